/** Pairs of what a text prints and what a reader asks for, by language. */
export interface WordPairs {
  readonly lang: string;
  readonly pairs: string;
}

/** The same word, in another form, spelling, number or script. */
export const SAME: readonly WordPairs[] = [
  {
    lang: 'en',
    pairs: `knives knife | shelves shelf | halves half | scarves scarf | hooves hoof | oxen ox | lice louse | cacti cactus |
      fungi fungus | radii radius | criteria criterion | phenomena phenomenon | theses thesis | crises crisis | indices index |
      vertices vertex | sang sing | swam swim | frozen freeze | woven weave | dug dig | fled flee | sought seek | slept sleep |
      burnt burn | spelt spell | wept weep | stole steal | tore tear | worn wear | shrank shrink | bred breed | clung cling |
      fried fry | dried dry | spies spy | tidied tidy | heaviest heavy | thinner thin | hotter hot | earliest early |
      planning plan | stopped stop | referred refer | panicked panic | dyeing dye | agreed agree | canoes canoe | taxes tax |
      churches church | bushes bush | buzzes buzz | colour color | labour labor | harbour harbor | neighbours neighbor |
      organised organize | realising realize | analyse analyze | theatre theater | centre center | litres liter | fibre fiber |
      licence license | defence defense | offence offense | cheque check | catalogue catalog | dialogue dialog |
      jewellery jewelry | travellers traveler | cancelled canceled | marvellous marvelous | woollen woolen | grey gray |
      tyre tire | plough plow | mould mold | pyjamas pajamas | moustache mustache | aluminium aluminum | kerb curb |
      sceptical skeptical | programme program | storeys story | manoeuvre maneuver | paediatric pediatric | anaemia anemia |
      oestrogen estrogen | foetus fetus | e-mail email | Wi-Fi WiFi | co-operate cooperate | re-opening reopening |
      semi-final semifinal | non-profit nonprofit | data base ~ database | news paper ~ newspaper | sun flower ~ sunflower |
      B-52 B52 | COVID-19 COVID19 | MP3 ~ mp 3 | 15kg ~ 15 kg | 20km ~ 20 km | v25.4 25.4 | max_retry_count maxRetryCount |
      user-name userName | AT&T ATT | R&D RD | Ph.D. PhD | café cafe | naïve naive | Łódź Lodz | Søren Soren | Zürich Zurich |
      façade facade | ﬁsh fish | ＡＢＣ ABC | Kenya’s Kenya | children’s children | twenty 20 | seven 7 | a dozen ~ 12 |
      20 million ~ 20,000,000 | 3.5m ~ 3.5 million | 1,250 1250 | third 3rd | 2½ 2.5 | half past six ~ 6:30 | 4 pm ~ 16:00 |
      $50 ~ 50 dollars | €12.50 ~ 12.50 euros | 12% ~ 12 percent | 5 km ~ 5 kilometers | 2004-08-17 ~ August 17, 2004 |
      31.12.1923 ~ December 31, 1923 | people person | leaves leaf | lives life | found find | rose rise | left leave`,
  },
  {
    lang: 'de',
    pairs:
      'Häuser Haus | Straße Strasse | Müller Mueller | Bücher Buch | siebzig 70 | 1.250 1250 | 12 Prozent ~ 12 % | Wetter-Station Wetterstation | Kindern Kinder | geöffnet geöffneten',
  },
  {
    lang: 'fr',
    pairs: 'l’école école | d’eau eau | chevaux cheval | sept 7 | Éloi Eloi | élèves élève | grandes grande',
  },
  { lang: 'es', pairs: 'niños niño | ciudades ciudad | veinte 20 | años año | canción canciones' },
  { lang: 'ru', pairs: 'ёлка елка | книги книга | города город | семь 7' },
  { lang: 'zh', pairs: '云南 雲南 | 台风 颱風 | 后面 後面 | 发展 發展 | 三百 300' },
  {
    lang: 'ko',
    pairs:
      '서울에서 서울 | 학교에 학교 | 은행이 은행 | 고양이가 고양이 | 회의를 회의 | 다리는 다리 | 부산까지 부산',
  },
  { lang: 'he', pairs: 'הספר ספר | בבית בית | ילדים ילד | שָׁלוֹם שלום | והעיר העיר' },
  { lang: 'ar', pairs: 'هدى هدي | أحمد احمد | مدرسة مدرسه' },
  { lang: 'ja', pairs: 'ラーメン らーめん | カメラ ｶﾒﾗ' },
  { lang: 'tr', pairs: 'İSTANBUL istanbul | yedi 7 | kitaplar kitap' },
  { lang: 'nl', pairs: 'boeken boek | huizen huis | fietsen fiets' },
];

/** One made from the other: looked up, and told. */
export const DERIVED: readonly WordPairs[] = [
  {
    lang: 'en',
    pairs: `elect election | govern government | employ employment | invade invasion | decide decision | expand expansion |
      announce announcement | farm farmer | teach teacher | bake baker | sail sailor | paint painter | drive driver |
      employ employer | swim swimmer | happy happiness | dark darkness | ill illness | weak weakness | quick quickly |
      slow slowly | careful carefully | sudden suddenly | France French | Norway Norwegian | Turkey Turkish | Poland Polish |
      Denmark Danish | Sweden Swedish | Brazil Brazilian | Egypt Egyptian | nation national | region regional | history historical |
      industry industrial | music musical | music musician | magic magician | science scientist | art artist | piano pianist |
      strong strength | long length | wide width | deep depth | high height | true truth | young youth | die death | give gift |
      choose choice | lose loss | sell sale | prove proof | believe belief | marry marriage | arrive arrival | refuse refusal |
      approve approval | survive survival | grow growth | renew renewal | poison poisonous | danger dangerous | fame famous |
      wood wooden | gold golden | wool woolen | rain rainy | wind windy | fog foggy | able ability | curious curiosity |
      prosper prosperity | lead leader | collect collection | pollute pollution | protect protection | destroy destruction`,
  },
];

/** Alike, and not the same. */
export const NONE: readonly WordPairs[] = [
  {
    lang: 'en',
    pairs: `information informal | news new | university universe | organization organ | generator general | past paste |
      several severe | police policy | animals animation | morale moral | hospitality hospital | communication commune |
      capitalism capital | universal university | station static | master mast | corner corn | number numb | evening even |
      butler butter | suite site | board broad | dessert desert | angel angle | quiet quite | trail trial | barn bran |
      bread beard | cloth clothe | horse house | mouse moose | lamb lamp | pear bear | plane plant | stable table |
      county country | diary dairy | united untied | marital martial | casual causal | statue status | stature statue |
      adapt adopt | affect effect | accept except | allusion illusion | council counsel | principal principle |
      stationary stationery | complement compliment | lightning lightening | personal personnel | prophet profit |
      Iran Iraq | Austria Australia | Niger Nigeria | Slovakia Slovenia | Mali Malawi | Guinea Guyana | Dominica Dominican |
      Rhine Rhone | Manet Monet | Bern Berlin | Oslo Osaka | Paris Parma | Georgia George | Zambia Gambia | Mauritius Mauritania |
      Sweden Switzerland | Paraguay Uruguay | Turin Tunis | Lima Limerick | Delhi Dublin | Kant Kent | Bach Beach |
      hepatitis A ~ hepatitis B | vitamin C ~ vitamin D | plan A ~ plan B | type I diabetes ~ type II diabetes | World War I ~ World War II |
      group A ~ group C | phase II ~ phase III | platform B ~ platform C | chapter 3 ~ chapter 4 | bus 14 ~ bus 15 | route 66 ~ route 67 |
      flight 815 ~ flight 816 | room 12 ~ room 21 | article 5 ~ article 6 | grade six ~ grade seven | Apollo 11 ~ Apollo 13 |
      the year 2021 ~ the year 2022 | the 1980s ~ the 1990s | version 3.11 ~ version 3.12 | 34 years ~ 43 years | 13 May ~ 31 May |
      8 percent ~ 9 percent | 6:30 ~ 16:45 | 100 crowns ~ 1000 crowns | Windows 10 ~ Windows 11 | C ~ C++ | C++ ~ C# | .NET ~ net | Java ~ JavaScript |
      oxygen oxide | sodium sodas | chlorine chloride | nitrate nitrite | methane methanol | ethanol ethane |
      measles meals | malaria material | cholera choler | scurvy scurry | gout goat | asthma asylum |
      carpet carp | cabin cab | pineapple pine | butterfly butter | mushroom mush | kidnap kid | cargo car | pumpkin pump |
      legend leg | season sea | begin beg | planet plan | candidate candid | secretary secret | fundament fun |
      ingenious ingenuous | imminent eminent | elicit illicit |
      discreet discrete | flaunt flout | perpetrate perpetuate | prescribe proscribe | precede proceed | veracious voracious |
      wander wonder | weather whether | week weak | winter writer | yolk yoke | zeal seal | vine wine | vest west`,
  },
  { lang: 'de', pairs: 'Kirche Kirsche | Bär Bar | Schloss Schluss | Mutter Butter | 12 Euro ~ 21 Euro' },
  { lang: 'es', pairs: 'caro carro | pero perro | hombre hombro | 2021 ~ 2022' },
  { lang: 'ko', pairs: '사과 사고 | 학교 학생' },
  { lang: 'zh', pairs: '北京 南京 | 江苏 江西' },
];

/** Printed and asked; a tilde parts what has spaces itself. */
export function pairsOf(
  lists: readonly WordPairs[],
): (readonly [lang: string, printed: string, asked: string])[] {
  return lists.flatMap(({ lang, pairs }) =>
    pairs.split('|').map((pair): readonly [string, string, string] => {
      const [printed = '', asked = ''] = pair.trim().split(pair.includes('~') ? ' ~ ' : /\s+/);
      return [lang, printed.trim(), asked.trim()];
    }),
  );
}
