/** The words by which parts of a name are known. */

/** What a person is called before the name: honorifics, offices, ranks of armies and churches. */
export const RANKS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss mx dr prof sir dame lord lady rev reverend fr father sister brother rabbi imam bishop archbishop ' +
    'cardinal pope president vice-president premier prime minister secretary undersecretary chancellor ambassador ' +
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
      'Bureau Foundation Society Trust Press Herald Guardian Government Parliament Congress Senate Club Inc Ltd States ' +
      'Kingdom Report Center Centre Organization Organisation Federation League Network Team Hospital Museum',
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
const PLACES = new RegExp(`^(?:${either(BEFORE_PLACES)})\\b|\\b(?:${either(AFTER_PLACES)})$`)

/** Whether a name is a place's or the like: "New Holm", "Main Street". */
export const isPlaceName = (name: string): boolean => PLACES.test(name)
