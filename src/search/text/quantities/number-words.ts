/** Number words of one language; how to read the lists is told at `wordsOf`. */
export interface NumberWords {
  /** `value word word …` for each value, separated by `;`. A trailing `*` marks what alone is an article or a pronoun. */
  readonly cardinals: string;
  /** As `cardinals`; nothing follows an ordinal. */
  readonly ordinals?: string;
  /** Ordinals that are inflected: each stem with each ending. */
  readonly ordinalStems?: { readonly stems: string; readonly endings: string };
  /** Powers of ten from 1000 on. */
  readonly scales: string;
  /** The word for 100 where it multiplies. */
  readonly hundred?: string;
  /** The word for 10 where it multiplies (Vietnamese). */
  readonly ten?: string;
  /** What joins, and behind what: hundreds and scales, tens, or anything. */
  readonly and?: readonly [words: string, behind: 'hundreds' | 'tens' | 'any'];
  /** Words of a half that follow a number: "and a half". */
  readonly andHalf?: readonly string[];
  readonly half?: string;
  readonly point?: string;
  /** Whether 10 takes ones behind it, as in Turkish on beş. */
  readonly tenTakesOnes?: true;
}

const LATIN_SCALES = { es: '1000 mil;1e6 millón millones;1e9 millardo;1e12 billón billones' };

export const NUMBER_WORDS: Readonly<Record<string, NumberWords>> = {
  en: {
    cardinals: `0 zero;1 one*;2 two;3 three;4 four;5 five;6 six;7 seven;8 eight;9 nine;10 ten;11 eleven;12 twelve;13 thirteen;14 fourteen;
      15 fifteen;16 sixteen;17 seventeen;18 eighteen;19 nineteen;20 twenty;30 thirty;40 forty fourty;50 fifty;60 sixty;70 seventy;80 eighty;90 ninety`,
    ordinals: `1 first;2 second;3 third;4 fourth;5 fifth;6 sixth;7 seventh;8 eighth;9 ninth;10 tenth;11 eleventh;12 twelfth;13 thirteenth;
      14 fourteenth;15 fifteenth;16 sixteenth;17 seventeenth;18 eighteenth;19 nineteenth;20 twentieth;30 thirtieth;40 fortieth;50 fiftieth;
      60 sixtieth;70 seventieth;80 eightieth;90 ninetieth`,
    hundred: 'hundred',
    scales: '1000 thousand;1e5 lakh;1e6 million;1e7 crore;1e9 billion;1e12 trillion',
    and: ['and', 'hundreds'],
    andHalf: ['and a half', 'and one half', 'and one-half'],
    half: 'half',
    point: 'point',
  },
  de: {
    cardinals: `0 null;1 eins ein* eine* einen* einem* einer* eines*;2 zwei zwo;3 drei;4 vier;5 fünf;6 sechs;7 sieben;8 acht;9 neun;10 zehn;11 elf;
      12 zwölf;13 dreizehn;14 vierzehn;15 fünfzehn;16 sechzehn;17 siebzehn;18 achtzehn;19 neunzehn;20 zwanzig;30 dreißig dreissig;40 vierzig;
      50 fünfzig;60 sechzig;70 siebzig;80 achtzig;90 neunzig;100 hundert;1.5 anderthalb eineinhalb;2.5 zweieinhalb;3.5 dreieinhalb;
      4.5 viereinhalb;5.5 fünfeinhalb;6.5 sechseinhalb;12 dutzend`,
    scales: '1000 tausend;1e6 million millionen;1e9 milliarde milliarden;1e12 billion billionen',
    half: 'halb halbe halber halben halbes',
    point: 'komma',
  },
  es: {
    cardinals: `0 cero;1 uno* un* una*;2 dos;3 tres;4 cuatro;5 cinco;6 seis;7 siete;8 ocho;9 nueve;10 diez;11 once;12 doce;13 trece;14 catorce;
      15 quince;16 dieciséis;17 diecisiete;18 dieciocho;19 diecinueve;20 veinte;21 veintiuno veintiún veintiuna;22 veintidós;23 veintitrés;
      24 veinticuatro;25 veinticinco;26 veintiséis;27 veintisiete;28 veintiocho;29 veintinueve;30 treinta;40 cuarenta;50 cincuenta;
      60 sesenta;70 setenta;80 ochenta;90 noventa;100 cien ciento;200 doscientos doscientas;300 trescientos trescientas;
      400 cuatrocientos cuatrocientas;500 quinientos quinientas;600 seiscientos seiscientas;700 setecientos setecientas;
      800 ochocientos ochocientas;900 novecientos novecientas;12 docena`,
    ordinals: `1 primer primero primera;2 segundo segunda;3 tercer tercero tercera;4 cuarto cuarta;5 quinto quinta;6 sexto sexta;7 séptimo séptima;
      8 octavo octava;9 noveno novena;10 décimo décima`,
    scales: LATIN_SCALES.es,
    and: ['y', 'tens'],
    andHalf: ['y medio', 'y media'],
    half: 'medio media mitad',
  },
  fr: {
    cardinals: `0 zéro;1 un* une*;2 deux;3 trois;4 quatre;5 cinq;6 six;7 sept;8 huit;9 neuf;10 dix;11 onze;12 douze;13 treize;14 quatorze;
      15 quinze;16 seize;17 dix-sept;18 dix-huit;19 dix-neuf;20 vingt;30 trente;40 quarante;50 cinquante;60 soixante;70 septante;80 huitante octante quatre-vingt quatre-vingts;90 nonante;12 douzaine`,
    ordinals: `1 premier première premiers premières;2 deuxième second seconde;3 troisième;4 quatrième;5 cinquième;6 sixième;7 septième;8 huitième;
      9 neuvième;10 dixième;11 onzième;12 douzième;20 vingtième`,
    hundred: 'cent cents',
    scales: '1000 mille;1e6 million millions;1e9 milliard milliards;1e12 billion billions',
    and: ['et', 'tens'],
    andHalf: ['et demi', 'et demie'],
    half: 'demi demie moitié',
    point: 'virgule',
  },
  it: {
    cardinals: `0 zero;1 uno* un* una*;2 due;3 tre;4 quattro;5 cinque;6 sei*;7 sette;8 otto;9 nove;10 dieci;11 undici;12 dodici;13 tredici;14 quattordici;
      15 quindici;16 sedici;17 diciassette;18 diciotto;19 diciannove;20 venti;30 trenta;40 quaranta;50 cinquanta;60 sessanta;70 settanta;
      80 ottanta;90 novanta;100 cento;12 dozzina`,
    ordinals: `1 primo prima;2 secondo seconda;3 terzo terza;4 quarto quarta;5 quinto quinta;6 sesto sesta;7 settimo settima;8 ottavo ottava;9 nono nona;10 decimo decima`,
    scales: '1000 mille mila;1e6 milione milioni;1e9 miliardo miliardi;1e12 bilione bilioni',
    andHalf: ['e mezzo', 'e mezza'],
    half: 'mezzo mezza metà',
    point: 'virgola',
  },
  nl: {
    cardinals: `0 nul;1 één* een*;2 twee;3 drie;4 vier;5 vijf;6 zes;7 zeven;8 acht;9 negen;10 tien;11 elf;12 twaalf;13 dertien;14 veertien;15 vijftien;
      16 zestien;17 zeventien;18 achttien;19 negentien;20 twintig;30 dertig;40 veertig;50 vijftig;60 zestig;70 zeventig;80 tachtig;90 negentig;
      100 honderd;1.5 anderhalf anderhalve;2.5 tweeënhalf tweeënhalve;12 dozijn`,
    ordinals: `1 eerste;2 tweede;3 derde;4 vierde;5 vijfde;6 zesde;7 zevende;8 achtste;9 negende;10 tiende;20 twintigste`,
    scales: '1000 duizend;1e6 miljoen;1e9 miljard;1e12 biljoen',
    half: 'half halve',
    point: 'komma',
  },
  pt: {
    cardinals: `0 zero;1 um* uma*;2 dois duas;3 três;4 quatro;5 cinco;6 seis;7 sete;8 oito;9 nove;10 dez;11 onze;12 doze;13 treze;14 catorze quatorze;
      15 quinze;16 dezesseis dezasseis;17 dezessete dezassete;18 dezoito;19 dezenove dezanove;20 vinte;30 trinta;40 quarenta;50 cinquenta;
      60 sessenta;70 setenta;80 oitenta;90 noventa;100 cem cento;200 duzentos duzentas;300 trezentos trezentas;400 quatrocentos quatrocentas;
      500 quinhentos quinhentas;600 seiscentos seiscentas;700 setecentos setecentas;800 oitocentos oitocentas;900 novecentos novecentas;12 dúzia`,
    ordinals: `1 primeiro primeira;2 segundo segunda;3 terceiro terceira;4 quarto quarta;5 quinto quinta;6 sexto sexta;7 sétimo sétima;8 oitavo oitava;9 nono nona;10 décimo décima`,
    scales: '1000 mil;1e6 milhão milhões;1e9 bilhão bilhões;1e12 trilhão trilhões',
    and: ['e', 'any'],
    andHalf: ['e meio', 'e meia'],
    half: 'meio meia metade',
    point: 'vírgula',
  },
  ro: {
    cardinals: `0 zero;1 unu* un* o* una*;2 doi două;3 trei;4 patru;5 cinci;6 șase şase;7 șapte şapte;8 opt;9 nouă;10 zece;11 unsprezece;12 doisprezece douăsprezece;
      13 treisprezece;14 paisprezece;15 cincisprezece;16 șaisprezece;17 șaptesprezece;18 optsprezece;19 nouăsprezece;20 douăzeci;30 treizeci;
      40 patruzeci;50 cincizeci;60 șaizeci;70 șaptezeci;80 optzeci;90 nouăzeci;12 duzină`,
    ordinals: `1 primul prima;2 doilea doua;3 treilea treia;4 patrulea patra;5 cincilea cincea;6 șaselea șasea;7 șaptelea șaptea;8 optulea opta;9 nouălea noua;10 zecelea zecea`,
    hundred: 'sută sute',
    scales: '1000 mie mii;1e6 milion milioane;1e9 miliard miliarde;1e12 trilion trilioane',
    and: ['și', 'tens'],
    andHalf: ['și jumătate'],
    half: 'jumătate',
  },
  ru: {
    cardinals: `0 ноль нуль;1 один* одна* одно* одного* одной* одному* одним*;2 два две двух двум двумя;3 три трёх трех трём трем;4 четыре четырёх четырех;5 пять пяти пятью;
      6 шесть шести шестью;7 семь семи;8 восемь восьми;9 девять девяти;10 десять десяти;11 одиннадцать одиннадцати;12 двенадцать двенадцати;
      13 тринадцать тринадцати;14 четырнадцать четырнадцати;15 пятнадцать пятнадцати;16 шестнадцать шестнадцати;17 семнадцать семнадцати;
      18 восемнадцать восемнадцати;19 девятнадцать девятнадцати;20 двадцать двадцати;30 тридцать тридцати;40 сорок сорока;50 пятьдесят пятидесяти;
      60 шестьдесят шестидесяти;70 семьдесят семидесяти;80 восемьдесят восьмидесяти;90 девяносто девяноста;100 сто ста;200 двести двухсот;
      300 триста трёхсот трехсот;400 четыреста четырёхсот;500 пятьсот пятисот;600 шестьсот шестисот;700 семьсот семисот;800 восемьсот восьмисот;
      900 девятьсот девятисот;1.5 полтора полторы полутора;12 дюжина`,
    ordinalStems: {
      stems: `1 перв;2 втор;4 четверт четвёрт;5 пят;6 шест;7 седьм;8 восьм;9 девят;10 десят;11 одиннадцат;12 двенадцат;13 тринадцат;14 четырнадцат;
        15 пятнадцат;16 шестнадцат;17 семнадцат;18 восемнадцат;19 девятнадцат;20 двадцат;30 тридцат`,
      endings: 'ый ой ая ое ого ому ым ом ую ые ых ыми',
    },
    ordinals: '3 третий третья третье третьего третьей третьем третьим третьему третью третьи третьих',
    scales:
      '1000 тысяча тысячи тысяч тысячу тыс;1e6 миллион миллиона миллионов млн;1e9 миллиард миллиарда миллиардов млрд;1e12 триллион триллиона триллионов трлн',
    andHalf: ['с половиной'],
    half: 'половина половину половины пол',
  },
  tr: {
    cardinals: `0 sıfır;1 bir*;2 iki;3 üç;4 dört;5 beş;6 altı;7 yedi;8 sekiz;9 dokuz;10 on;20 yirmi;30 otuz;40 kırk;50 elli;60 altmış;70 yetmiş;80 seksen;90 doksan;12 düzine`,
    ordinals: `1 birinci ilk;2 ikinci;3 üçüncü;4 dördüncü;5 beşinci;6 altıncı;7 yedinci;8 sekizinci;9 dokuzuncu;10 onuncu;20 yirminci`,
    hundred: 'yüz*',
    scales: '1000 bin*;1e6 milyon;1e9 milyar;1e12 trilyon',
    andHalf: ['buçuk'],
    half: 'yarım yarısı',
    tenTakesOnes: true,
  },
  vi: {
    cardinals: `1 một* mốt*;2 hai;3 ba;4 bốn tư*;5 năm* lăm;6 sáu;7 bảy;8 tám;9 chín;10 mười;12 tá*`,
    ten: 'mươi',
    hundred: 'trăm',
    scales: '1000 nghìn ngàn;1e6 triệu;1e9 tỷ tỉ',
    and: ['lẻ linh', 'any'],
    andHalf: ['rưỡi'],
    tenTakesOnes: true,
  },
  hi: {
    // The ordinary spellings beside those of CLDR's rules for spelling numbers out (rbnf, version 48).
    cardinals: `0 शून्य;1 एक*;2 दो;3 तीन;4 चार;5 पाँच पांच;6 छह छः छ;7 सात;8 आठ;9 नौ;10 दस;11 ग्यारह;12 बारह;13 तेरह;14 चौदह;15 पन्द्रह पंद्रह;16 सोलह;17 सत्रह;
      18 अठारह;19 उन्नीस;20 बीस;21 इक्कीस;22 बाईस;23 तेईस;24 चौबीस;25 पच्चीस;26 छब्बीस;27 सत्ताईस;28 अट्ठाईस अठ्ठाईस;29 उनतीस;30 तीस;31 इकतीस;32 बत्तीस;
      33 तैंतीस;34 चौंतीस;35 पैंतीस;36 छत्तीस;37 सैंतीस;38 अड़तीस;39 उनतालीस;40 चालीस;41 इकतालीस;42 बयालीस;43 तैंतालीस;44 चौवालीस;45 पैंतालीस;46 छियालीस;
      47 सैंतालीस;48 अड़तालीस;49 उनचास;50 पचास;51 इक्यावन;52 बावन;53 तिरेपन;54 चौवन;55 पचपन;56 छप्पन;57 सत्तावन;58 अट्ठावन;59 उनसठ;60 साठ;61 इकसठ;62 बासठ;
      63 तिरेसठ;64 चौंसठ;65 पैंसठ;66 छियासठ;67 सड़सठ;68 अड़सठ;69 उनहत्तर;70 सत्तर;71 इकहत्तर;72 बहत्तर;73 तिहत्तर;74 चौहत्तर;75 पचहत्तर;76 छिहत्तर;77 सतहत्तर;
      78 अठहत्तर;79 उनासी;80 अस्सी;81 इक्यासी;82 बयासी;83 तिरासी;84 चौरासी;85 पचासी;86 छियासी;87 सत्तासी;88 अट्ठासी;89 नवासी;90 नब्बे;91 इक्यानबे;92 बानबे;
      93 तिरानबे;94 चौरानबे;95 पंचानबे;96 छियानबे;97 सत्तानबे;98 अट्ठानबे;99 निन्यानबे;1.5 डेढ़;2.5 ढाई;12 दर्जन`,
    ordinals: `1 पहला पहली पहले;2 दूसरा दूसरी दूसरे;3 तीसरा तीसरी तीसरे;4 चौथा चौथी चौथे;5 पाँचवाँ पांचवां पांचवीं पाँचवीं;6 छठा छठी छठे;7 सातवाँ सातवां सातवीं;8 आठवाँ आठवां आठवीं;9 नौवाँ नौवां नौवीं;10 दसवाँ दसवां दसवीं`,
    hundred: 'सौ',
    scales: '1000 हज़ार हजार;1e5 लाख;1e6 मिलियन;1e7 करोड़;1e9 अरब;1e11 खरब',
    half: 'आधा आधे आधी',
  },
  ar: {
    cardinals: `0 صفر;1 واحد* واحدة*;2 اثنان اثنين اثنتان اثنتين إثنان;3 ثلاثة ثلاث;4 أربعة أربع;5 خمسة خمس;6 ستة ست;7 سبعة سبع;8 ثمانية ثماني ثمان;9 تسعة تسع;10 عشرة عشر;
      20 عشرون عشرين;30 ثلاثون ثلاثين;40 أربعون أربعين;50 خمسون خمسين;60 ستون ستين;70 سبعون سبعين;80 ثمانون ثمانين;90 تسعون تسعين;200 مائتان مئتان مائتين مئتين`,
    ordinals: `1 الأول الأولى;2 الثاني الثانية;3 الثالث الثالثة;4 الرابع الرابعة;5 الخامس الخامسة;6 السادس السادسة;7 السابع السابعة;8 الثامن الثامنة;9 التاسع التاسعة;10 العاشر العاشرة`,
    hundred: 'مائة مئة',
    scales: '1000 ألف آلاف ألفا;2000 ألفان ألفين;1e6 مليون ملايين;1e9 مليار مليارات;1e12 تريليون ترليون',
    andHalf: ['ونصف'],
    half: 'نصف',
    tenTakesOnes: true,
  },
  el: {
    cardinals: `0 μηδέν;1 ένας* ένα* μία* μια*;2 δύο δυο;3 τρεις τρία;4 τέσσερις τέσσερα;5 πέντε;6 έξι;7 επτά εφτά;8 οκτώ οχτώ;9 εννέα εννιά;10 δέκα;11 έντεκα;12 δώδεκα;
      13 δεκατρείς δεκατρία;14 δεκατέσσερις δεκατέσσερα;15 δεκαπέντε;16 δεκαέξι;17 δεκαεπτά;18 δεκαοκτώ;19 δεκαεννέα;20 είκοσι;30 τριάντα;40 σαράντα;
      50 πενήντα;60 εξήντα;70 εβδομήντα;80 ογδόντα;90 ενενήντα εννενήντα;100 εκατό εκατόν;200 διακόσιοι διακόσια διακόσιες;300 τριακόσιοι τριακόσια;500 πεντακόσιοι πεντακόσια`,
    ordinalStems: {
      stems: '1 πρώτ;2 δεύτερ;3 τρίτ;4 τέταρτ;5 πέμπτ;6 έκτ;7 έβδομ;8 όγδο;9 ένατ;10 δέκατ',
      endings: 'ος η ο ου ης ον ην ων οι ες α ους',
    },
    scales:
      '1000 χίλιοι χίλια χιλιάδες;1e6 εκατομμύριο εκατομμύρια εκατ;1e9 δισεκατομμύριο δισεκατομμύρια δισ',
  },
};
