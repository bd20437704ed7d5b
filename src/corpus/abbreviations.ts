// Which abbreviations do not end a sentence.
import sentencex from '../../data/abbreviations/sentencex.json' with { type: 'json' };

/**
 * What an abbreviation says about the full stop behind it:
 * `before`: something always follows (`Mr. Huang`, `e.g. Qwen`), so it never ends a sentence;
 * `number`: it stands before a number (`No. 5`, `Nov. 13`) and ends no sentence there;
 * `either`: it may end a sentence (`Alibaba Inc.`): it does where the next word opens one;
 * `era`: behind a number it ends a sentence that has said something before a capital (`built in 1912 г. Движение`).
 */
export interface Abbreviations {
  readonly before: ReadonlySet<string>;
  readonly number: ReadonlySet<string>;
  readonly either: ReadonlySet<string>;
  readonly era: ReadonlySet<string>;
  /** Words that, capitalized, open a sentence and are no part of a name: `the`, `it`, `however`. */
  readonly openers: ReadonlySet<string>;
  /** Nouns of what is told apart by letters: behind `platform C.` a capital opens a sentence, behind `the late C.` a name goes on. */
  readonly labeled: ReadonlySet<string>;
}

type Lists = { readonly [K in keyof Abbreviations]?: string };

/** In lower case, without the last full stop, inner spaces left out: `e.g`, `z.b`, `ee.uu`. */
const LISTS: Readonly<Record<string, Lists>> = {
  /** Usual in print of every language in Latin script. */
  any: {
    before: 'dr prof mr mrs ms mx st vs v cf al e.g i.e',
    number: 'no nos nr p pp vol vols fig figs ch art sec c ca',
    either: 'inc ltd co corp bros jr sr ph.d m.d b.a m.a a.m p.m a.d b.c op',
  },
  en: {
    before:
      'mme mlle messrs rev fr hon gov sen rep pres gen adm lt col maj capt cmdr sgt cpl pvt supt mt ft viz approx incl esp assoc asst',
    number: 'jan feb mar apr jun jul aug sep sept oct nov dec eq par ex lb lbs oz',
    either: 'est dept univ assn ave blvd rd',
    labeled:
      'annex appendix article block building bus category class column deck division door entrance exhibit exit figure floor form gate grade group hall hangar hepatitis lane league level line list lot model module option panel part phase pier plan platform point pool question row schedule scenario section sector series shelf side stage stand step table team terminal track train type unit variant version vitamin ward wing zone',
    openers:
      'i even a an the this that these those it he she they we you there here in on at by for from with after before during since until under over between among as if when while where although though because despite however but and or so yet nor also then thus therefore moreover furthermore meanwhile instead its his her their our my your who what which why how some many most several both each every all any no not one two three only other another such once today later according',
  },
  de: {
    before:
      'hr hrn fr frl ing dipl z.b d.h u.a bzw ca vgl sog evtl ggf inkl insb lt gem geb gest verh bspw engl frz lat griech dt',
    number: 'abs anm aufl bd bde kap s st str tel ziff jan feb febr mär apr jun jul aug sept okt nov dez',
    either: 'jh jhd jhdt n.chr v.chr mio mrd str co',
    labeled:
      'abschnitt anhang anlage aufgang ausgang bahnsteig block eingang fall gate gebäude gleis gruppe halle haus hepatitis klasse kategorie linie liste modell phase plan punkt reihe spalte stufe tabelle teil terminal tor tür typ variante version vitamin zone',
    openers:
      'der die das den dem des ein eine einer eines einem einen er sie es wir ich ihr man dies diese dieser dieses in im am an auf aus bei mit nach von vom zu zum zur für über unter seit während durch obwohl wenn als da weil dass damit danach dann doch aber und oder auch so nur noch schon hier dort sein seine seiner ihre ihrer viele einige alle mehr trotz laut jedoch außerdem zudem dabei daher dadurch heute später bereits derzeit zurzeit zunächst schließlich anschließend insgesamt zwar etwa neben gegen um ohne bis vor zwischen mehrere andere beide',
  },
  es: {
    before: 'sr sra srta sres dña d dra lic ing gral cnel cap p.ej ej ud uds vd vds sto sta fray mons',
    number: 'núm núms pág págs art cap vol t tel s',
    era: 'a.c d.c a.e.c',
    either: 'ee.uu a.c d.c s.a s.l c.a aprox av avda',
    openers:
      'el la los las lo un una unos unas este esta estos estas ese esa esto eso él ella ellos ellas en a al de del por para con sin sobre tras desde hasta según durante entre cuando como si aunque pero y o también tampoco además sin así no se su sus hay es fue era son más muchos algunos otro otra después luego entonces mientras debido',
  },
  fr: {
    before: 'm mm mme mmes mlle mgr me p.ex ex c.-à-d env av apr',
    number: 'n art chap p t vol',
    either: 'j.-c',
    openers:
      'le la les l un une des du de ce cette ces cet il elle ils elles on nous vous je en dans à au aux par pour avec sans sur sous après avant depuis pendant selon entre quand comme si mais et ou car donc ainsi son sa ses leur leurs plus plusieurs',
  },
  it: {
    before: 'sig sigg sig.ra dott prof ing avv on p.es es',
    number: 'n pag art cap vol',
    either: 'a.c d.c s.p.a',
    openers:
      'il lo la i gli le un uno una questo questa questi queste egli ella essi in a al alla di del della da dal per con su tra fra dopo prima durante quando come se ma e o anche non si suo sua',
  },
  pt: {
    before: 'sr sra srs srta d dra eng p.ex ex',
    number: 'n núm pág art cap vol',
    either: 'a.c d.c s.a ltda',
    openers:
      'o a os as um uma este esta estes estas ele ela eles elas em no na nos nas de do da por para com sem sobre após desde até segundo durante entre quando como se mas e ou também não seu sua',
  },
  nl: {
    before: 'dhr mevr mw ir drs mr bijv d.w.z o.a t.o.v ca',
    number: 'nr blz art hfst',
    either: 'b.v n.v v.chr n.chr',
    openers:
      'de het een dit dat deze die hij zij ze wij er in op aan bij van voor met na door over onder sinds tijdens als toen maar en of ook niet zijn haar hun',
  },
  pl: {
    before:
      'np tj tzn prof inż mgr ks św im ul tzw m.in ok wg gen płk mjr kpt por bp abp al pl os pocz poł śp ob red',
    number: 'nr s str art t r godz ust pkt poz rys tab par lit zał dz rozdz tys tel wyd',
    era: 'n.e p.n.e',
    either: 'r w itd itp n.e p.n.e',
    openers:
      'w we z ze na do od po o i a ale to ten ta te on ona ono oni jest był nie się jego jej ich gdy jak',
  },
  ro: {
    before: 'dl dna d-na d-nul d-l d-lui d-ra dlui str ing sf ş.a ex cca',
    number: 'nr pag p art sec cap vol pct alin lit tel str fig tab ed',
    either: 'd.hr î.hr i.hr d.c î.c i.c e.n î.e.n ș.a.m.d ş.a.m.d',
    openers:
      'un o în la pe de din cu pentru prin după până între sub despre acest această aceste acești aceasta acesta el ea ei ele noi și sau dar însă iar dacă când cum deși astfel totuși nu se este sunt era a au al mai unele mulți alte',
  },
  ru: {
    before:
      'т.е т.к т.н ул ок см ум ср напр проф акад св пр о просп гос англ нем фр лат греч итал исп род ред',
    number: 'с стр рис гл ст т п кн вып янв фев апр авг сент окт нояб дек № н',
    era: 'г гг н.э до.н.э',
    either: 'им г гг в вв др т.д т.п н.э до.н.э тыс руб коп кв долл чел мин сек',
    openers:
      'в во на по с со из от до за к ко о об при для после перед под между через он она оно они это этот эта эти тот та те как когда если хотя но и а или однако также его её ее их мы вы я не так тогда затем потом поэтому все многие некоторые существует существуют другие согласно несмотря',
  },
  uk: {
    before: 'т.е т.зв ім вул див напр проф акад св',
    number: 'с стор рис гл ст т п',
    era: 'р рр н.е до.н.е',
    either: 'р рр ст ін т.д т.п н.е тис грн',
    openers:
      'у в на по з із зі від до за при для після він вона воно вони це цей ця ці як коли якщо але і й та або його її їх ми не так',
  },
  el: {
    before: 'κ κα κος κκ κύριος δηλ βλ πρβλ αγ δρ καθ τ.χ λεωφ οδ στρ',
    number: 'αρ αριθ σελ σ τ τόμ κεφ εικ παρ πίν άρθρ τηλ τεύχ',
    either: 'π.χ μ.χ κ.ά κ.α αι',
    openers:
      'ο η το οι τα τον την των του της τους τις ένας μια μία ένα αυτός αυτή αυτό αυτοί αυτές αυτά σε στο στη στην στον στα στις στους με για από κατά μετά πριν ενώ όταν αν όμως αλλά και ή επίσης ωστόσο ούτε δεν θα είναι ήταν υπάρχουν πολλοί άλλοι σύμφωνα',
  },
  tr: {
    before: 'sn doç yrd arş gör av uzm öğr örn bkz hz alb',
    number: 'no s sf c cilt madde tel',
    either: 'vb vs a.ş ltd şti yy m.ö m.s cad sok mah',
    openers:
      'bu şu o bir ve ama ancak fakat da de ile için gibi kadar sonra önce daha en çok her bazı birçok diğer onun onlar bunlar bunun ayrıca böylece ne nasıl neden çünkü eğer',
  },
  vi: {
    before: 'tp ts gs pgs ths bs tx q p vd',
    number: 'tr q p',
    either: 'tcn scn',
    openers:
      'các những một và của trong ở tại từ đến với cho khi nếu sau trước theo do vì để này đó ông bà anh họ nó chúng có không được là tuy nhưng mặc cũng vào năm đây',
  },
  hi: {
    // The names of the Latin letters are initials here (`एम. के. गांधी`); a Hindi sentence ends with a danda.
    before:
      'डॉ डा प्रो श्री श्रीमती सं मो पं कु ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड',
    number: 'पृ नं',
    either: 'ई.पू',
  },
  bg: { era: 'г пр.н.е н.е', either: 'г гг', before: 'еп благов т.нар вкл' },
  cs: { era: 'n.l př.n.l', before: 'sv např tj tzv mj' },
  da: { era: 'f.kr e.kr f.v.t e.v.t', before: 'kgl chr vilh', number: 'kl nr s stk str' },
  nb: { era: 'f.kr e.kr', before: 'chr', number: 'kl nr s' },
  sv: {
    era: 'f.kr e.kr f.v.t',
    number: 'kl nr s sid jan feb mar apr jun jul aug sept okt nov dec',
    before: 'bl.a t.ex s.k dvs fil',
  },
  ar: { before: 'د أ م ص ج', number: 'ص ج', either: 'ق.م هـ م' },
};

/** Languages that are served by the lists of another. */
const KIN: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', bs: 'hr', sr: 'hr' };

/** Words that others list, without telling what stands behind them (`data/abbreviations/`). */
function listed(language: string): Lists | undefined {
  return Object.hasOwn(sentencex, language)
    ? { either: sentencex[language as keyof typeof sentencex] }
    : undefined;
}

/** The abbreviations of a language by its code; for a language without a list, those of every language. */
export function abbreviationsOf(language: string): Abbreviations {
  const own = KIN[language] ?? language;
  const lists = [LISTS.any, Object.hasOwn(LISTS, own) ? LISTS[own] : undefined, listed(own)];
  const words = (key: keyof Abbreviations) => new Set(lists.flatMap((list) => list?.[key]?.split(' ') ?? []));
  return {
    before: words('before'),
    number: words('number'),
    either: words('either'),
    era: words('era'),
    openers: words('openers'),
    labeled: words('labeled'),
  };
}
