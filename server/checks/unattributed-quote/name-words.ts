/** The words by which parts of a name are known. */

/** What a person is called before the name: honorifics, offices, ranks of armies and churches. */
export const RANKS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss mx dr prof sir dame lord lady rev reverend fr father sister brother rabbi imam bishop archbishop ' +
    'cardinal pope president premier prime minister secretary undersecretary chancellor ambassador ' +
    'governor gov govs senator senators sen sens representative rep reps congressman congresswoman councillor ' +
    'councilor councilman councilwoman alderman mayor treasurer chairman chairwoman chairperson chair director chief ' +
    'officer professor judge justice attorney sheriff deputy detective constable sergeant sgt lieutenant lt captain ' +
    'capt colonel col major general gen admiral commander commissioner inspector superintendent king queen prince ' +
    'princess spokesman spokeswoman spokesperson coach manager editor principal dean ceo cfo coo'
  ).split(' '),
)

/** Ranks that say nothing of an office, and that a name always follows. */
export const HONORIFIC = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr)$/

export const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/
/** Also as they are shortened. */
export const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/

const either = (words: string): string => words.split(' ').join('|')

const BODIES = new RegExp(
  `(?:^|\\s)(?:${either(
    'Department Board Council Committee Commission Ministry Agency Authority Office Party Police Court Times Post News ' +
      'Journal Institute University College School Company Corporation Group Union Association Bank Service House ' +
      'Bureau Foundation Society Trust Press Herald Guardian Government Parliament Congress Senate Club Inc Ltd Corp ' +
      'Co Bros Plc PLC LLC LLP States Kingdom Report Center Centre Organization Organisation Federation League Network Team Hospital Museum',
  )})(?:\\s|$)`,
)

/** Whether a name says itself that it is no person's but a body's: nobody is called "Department" for short. */
export const isBodyName = (name: string): boolean => BODIES.test(name)

/** Bodies that are called after what they are of: "the Department of Health", "the University of Holm". */
export const OF_ITS_NAME =
  /^(?:Department|Ministry|University|Bank|Institute|Bureau|House|College|Court|Church|Office)$/

const BEFORE_PLACES =
  'New North South East West Northern Southern Eastern Western San Santa Los Las Saint St Port Fort Mount Lake Great ' +
  'United Upper Lower Old'
const AFTER_PLACES =
  'Street Road Avenue Square City Town County Island Islands River Valley Airport Station Republic Act War'
/** States that a sentence may have for its subject, but for those that are also first names or surnames (Chad, Jordan). */
const STATES =
  'Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Belarus Belgium ' +
  'Bolivia Bosnia Botswana Brazil Britain Bulgaria Burma Burundi Cambodia Cameroon Canada Chile China Colombia Congo Croatia ' +
  'Cuba Cyprus Czechia Denmark Ecuador Egypt England Eritrea Estonia Ethiopia Finland France Gabon Gambia Germany Ghana ' +
  'Greece Greenland Guatemala Guinea Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Italy Jamaica Japan ' +
  'Kazakhstan Kenya Kosovo Kuwait Laos Latvia Lebanon Liberia Libya Lithuania Luxembourg Macedonia Madagascar Malawi ' +
  'Malaysia Malta Mauritania Mexico Moldova Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nepal Netherlands ' +
  'Nicaragua Nigeria Norway Oman Pakistan Palestine Panama Paraguay Peru Poland Portugal Qatar Romania Russia Rwanda ' +
  'Scotland Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sudan Suriname Sweden Switzerland Syria Taiwan ' +
  'Tajikistan Tanzania Thailand Tunisia Turkey Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Wales Yemen Zambia ' +
  'Zimbabwe Europe Africa Asia Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho ' +
  'Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri ' +
  'Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Texas Utah Vermont Washington Wisconsin Wyoming Ontario Quebec Alberta ' +
  'Queensland Tasmania'
const PLACES = new RegExp(
  `^(?:${either(BEFORE_PLACES)})\\b|\\b(?:${either(AFTER_PLACES)})$|^(?:${either(STATES)})$`,
)

/** Whether a name is a place's or the like: "New Holm", "Main Street", "Canada". */
export const isPlaceName = (name: string): boolean => PLACES.test(name)
