/**
 * English words whose forms no stemmer brings together: on each line a base form and what is made of it, by irregular
 * inflection or derivation.
 */
const FORMS = `
arise arose arisen | become became | begin began begun | bend bent | bind bound | bite bit bitten
blow blew blown | break broke broken | breed bred | bring brought | build built | burn burnt | buy bought
catch caught | choose chose chosen | cling clung | come came | creep crept | deal dealt | dig dug
draw drew drawn | drink drank drunk | drive drove driven | eat ate eaten | fall fell fallen | feed fed
feel felt | fight fought | find found | flee fled | fly flew flown | forbid forbade forbidden
forget forgot forgotten | forgive forgave forgiven | freeze froze frozen | get got gotten | give gave given
go went gone | grow grew grown | hang hung | hear heard | hide hid hidden | hold held | keep kept
know knew known | lay laid | lead led | learn learnt | leave left | lend lent | lose lost | make made
mean meant | meet met | pay paid | ride rode ridden | ring rang rung | rise rose risen | run ran | say said
see saw seen | seek sought | sell sold | send sent | shake shook shaken | shine shone | shoot shot
show shown | shrink shrank shrunk | sing sang sung | sink sank sunk | sit sat | sleep slept | slide slid
speak spoke spoken | spend spent | spin spun | spring sprang sprung | stand stood | steal stole stolen
stick stuck | sting stung | strike struck | strive strove striven | swear swore sworn | sweep swept
swim swam swum | swing swung | take took taken | teach taught | tear tore torn | tell told | think thought
throw threw thrown | understand understood | wear wore worn | weave wove woven | weep wept | win won
wind wound | write wrote written | man men | woman women | child children | person people | foot feet
tooth teeth | mouse mice | goose geese | life lives | wife wives | die died death dying | lie lying
long length | strong strength | high height | wide width | deep depth | broad breadth | grow growth
give gift | choose choice | sell sale | lose loss | bear birth born | live life | believe belief
prove proof | marry marriage | destroy destruction | receive reception receipt | decide decision
describe description | defend defence defense | invade invasion | expand expansion | produce production
reduce reduction | divide division | permit permission | admit admission | conclude conclusion
explode explosion
january jan | february feb | march mar | april apr | august aug | september sep sept | october oct | november nov | december dec
`;

const baseForms = new Map<string, string>();
for (const entry of FORMS.trim().split(/\s*[|\n]\s*/)) {
  const [base = '', ...forms] = entry.split(' ');
  for (const form of forms) if (!baseForms.has(form)) baseForms.set(form, base);
}

/** The base form of an English word in lower case: `taught` → `teach`, `nov` → `november`, `13th` → `13`. */
export function baseForm(word: string): string {
  return baseForms.get(word) ?? word.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1');
}
