import { FUNCTION_WORDS } from './lexicon'
import { HONORIFIC } from './name-words'
import type { Person } from './people'
import type { Named } from './person-name'

/** Somebody who is named, with the words that say who that is: "Ines Varga, the harbour master of Holm". */
export interface Described {
  readonly person: Person
  readonly words: string
  readonly named: Named
}

/**
 * Whom "the harbour master" stands for: the only person whom the draft introduces as one, be it before the name
 * ("harbour master Ines Varga") or behind it ("Ines Varga, the harbour master of Holm").
 */
export function roleHolders(described: readonly Described[]): (words: string) => Person | undefined {
  const byRole = new Map<string, Holder[]>()
  for (const { person, words, named } of described) {
    if (person.isBody || words === named.name) continue
    for (const role of rolesIn(words, named)) {
      const noun = role.at(-1)!
      const holders = byRole.get(noun)
      if (holders) holders.push({ person, role })
      else byRole.set(noun, [{ person, role }])
    }
  }
  return (words) => {
    const phrase = /^the ((?:[a-z-]+ ){0,2}[a-z-]+)$/i.exec(words)?.[1]?.toLowerCase().split(' ')
    const holders = byRole.get(phrase?.at(-1) ?? '')
    if (!phrase || !holders) return undefined
    const [first] = holders
    if (holders.some(({ person }) => person !== first!.person)) return undefined
    const holds = holders.some(({ role }) => phrase.every((word) => role.includes(word)))
    return holds ? first!.person : undefined
  }
}

interface Holder {
  readonly person: Person
  readonly role: readonly string[]
}

/** The role before the name and the one behind its comma, each with its noun last. */
function rolesIn(words: string, { name }: Named): string[][] {
  const at = words.indexOf(name)
  if (at < 0) return []
  const before = wordsOf(words.slice(0, at)).filter((word) => !HONORIFIC.test(word))
  const behind = /^,\s+([^,]+)/.exec(words.slice(at + name.length))?.[1] ?? ''
  const described = wordsOf(behind.split(/\s(?:of|for|in|at|from|on|with|who|which|that|to)\s/)[0]!)
  return [before, described].map(lower).filter(({ length }) => length > 0)
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}-]+/gu) ?? []

const lower = (words: readonly string[]): string[] =>
  words.map((word) => word.toLowerCase()).filter((word) => !FUNCTION_WORDS.has(word))
