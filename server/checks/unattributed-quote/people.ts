import type { Named } from './person-name'

/** A name where the draft gives it. */
export interface Mention {
  readonly named: Named
  readonly at: number
}

/** Somebody whom the draft names, however it calls them. */
export interface Person {
  /** As fully as the draft gives it: "Ines Varga". */
  readonly name: string
  /** What the draft may call them for short: "Varga"; of a body the whole name. */
  readonly short: string
  readonly isBody: boolean
}

/**
 * Tells whom each name of a draft stands for: "Varga", "Ms. Varga" and "Ines" are Ines Varga, wherever the full name
 * stands. Where several go by one surname, it is the only one named in full before, or else nobody but "Ms. Varga".
 */
export function peopleAmong(mentions: readonly Mention[]): (mention: Mention) => Person {
  const cast = castOf(mentions)
  const others = new Map<string, Person>()
  return ({ named, at }) => {
    const entries = cast.get(named.key) ?? []
    const isFull = named.isBody || named.given.length > 0
    const meant = isFull ? entries.find((entry) => isOf(entry, named)) : onlyOne(entries, at)
    if (meant) return personOf(meant)
    const name = named.rank && !isFull ? `${named.rank} ${named.name}` : named.name
    const key = entries.length ? name : named.name
    const known = others.get(key) ?? { name, short: named.name, isBody: named.isBody }
    others.set(key, known)
    return known
  }
}

/** A person with all that the draft calls them in full. */
interface Entry {
  readonly names: Named[]
  readonly firstAt: number
  readonly isBody: boolean
  person: Person | undefined
}

/** Everybody who is named in full, by each word that they may go by for short. */
function castOf(mentions: readonly Mention[]): ReadonlyMap<string, readonly Entry[]> {
  const cast = new Map<string, Entry[]>()
  const enter = (word: string, entry: Entry): void => {
    const known = cast.get(word)
    if (!known) cast.set(word, [entry])
    else if (!known.includes(entry)) known.push(entry)
  }
  for (const { named, at } of [...mentions].sort((a, b) => a.at - b.at)) {
    const { name, given, key, isBody } = named
    if (!isBody && !given.length) continue
    const known = cast.get(key)?.find((entry) => isOf(entry, named))
    const entry: Entry = known ?? { names: [], firstAt: at, isBody, person: undefined }
    if (!entry.names.some((other) => other.name === name)) entry.names.push(named)
    enter(key, entry)
    if (!isBody) enter(given[0]!.toLowerCase(), entry)
  }
  return cast
}

const isOf = ({ names, isBody }: Entry, named: Named): boolean =>
  isBody === named.isBody && isSame(names[0]!, named)

/** Whether two full names are one person's: "Ines M. Varga", "I. Varga", and "engineer Ines Varga" where it has a capital. */
function isSame(a: Named, b: Named): boolean {
  if (a.key !== b.key) return false
  const isGiven = isSameOrInitial(a.given[0] ?? '', b.given[0] ?? '')
  return isGiven || endsWith(a.name, b.name) || endsWith(b.name, a.name)
}

/** "Piet van Dam" ends with "Van Dam", which has a capital at the start of a sentence. */
const endsWith = (a: string, b: string): boolean => a.toLowerCase().endsWith(` ${b.toLowerCase()}`)

const isSameOrInitial = (a: string, b: string): boolean =>
  a === b || ((/^.\.?$/.test(a) || /^.\.?$/.test(b)) && a[0] === b[0])

/** The only one there is, or the only one named in full before a place. */
function onlyOne(entries: readonly Entry[], at: number): Entry | undefined {
  if (entries.length < 2) return entries[0]
  const before = entries.filter(({ firstAt }) => firstAt <= at)
  return before.length === 1 ? before[0] : undefined
}

function personOf(entry: Entry): Person {
  entry.person ??= personBy(fullest(entry))
  return entry.person
}

const personBy = ({ name, surname, isBody }: Named): Person => ({
  name,
  short: isBody ? name : surname,
  isBody,
})

/** The longest name, but "Ines Varga" where "Engineer Ines Varga" has only taken a capital at the start of a sentence. */
function fullest({ names }: Entry): Named {
  const longest = names.reduce((a, b) => (b.name.length > a.name.length ? b : a))
  return names.find(({ name }) => longest.name.endsWith(` ${name}`)) ?? longest
}
