import { blockAt } from '../../draft/draft'
import type { Span } from '../../draft/span'
import type { Finding, Read } from '../check'
import { namingWords } from './attribution'
import type { QuoteFacts } from './facts'
import { type Mention, type Person, peopleAmong } from './people'
import { type Named, namedBy } from './person-name'
import { type Resolved, resolveQuotes } from './resolved'

/** How many paragraphs away a speaker may stand who is offered for a quotation. */
const REACH = 40

/** The quotations near a place of the draft. */
export function resolvedNear(offset: number, read: Read<QuoteFacts>): Resolved[] {
  const { draft, facts } = read
  const place = blockAt(draft.blocks, offset)
  const [from, to] = [Math.max(0, place - REACH), place + REACH]
  const blocks = draft.blocks.slice(from, to)
  return resolveQuotes({ ...read, draft: { ...draft, blocks }, facts: facts.slice(from, to) })
}

/** The speakers whom the draft names near a quotation without a source, likeliest first. */
export function speakersFor({ kind, detail }: Finding<Resolved>, read: Read<QuoteFacts>): string[] {
  if (kind !== 'unattributed' && kind !== 'fragment') return []
  return candidatesAmong(detail, resolvedNear(detail.start, read), read.draft.text)
}

const MOST = 3
const HONORIFIC = /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady)\.?$/

/** A speaker as an attribution gives it, at its place in the draft. */
interface Called extends Mention {
  /** "Varga", "Ms. Varga", "Ines Varga", "the Harbour Board". */
  readonly words: string
  readonly isShort: boolean
}

/**
 * The speakers whom the draft names, as an attribution there would call them: whoever spoke just before comes first.
 * Once the full name has stood, a person goes by what the draft has called them last ("Varga", "Ms. Varga", "Ines").
 */
function candidatesAmong({ start }: Resolved, near: readonly Resolved[], text: string): string[] {
  const mentions = near.flatMap(({ source }) => {
    const words = source?.name ? namingWords(source) : undefined
    return words ? called(words, text) : []
  })
  const nearest = [
    ...mentions.filter(({ at }) => at < start).reverse(),
    ...mentions.filter(({ at }) => at >= start),
  ]
  const personOf = peopleAmong(mentions)
  const people = new Map<Person, Called[]>()
  for (const mention of nearest) {
    const person = personOf(mention)
    people.set(person, [...(people.get(person) ?? []), mention])
  }
  const isShared = ({ short }: Person): boolean =>
    [...people.keys()].filter((other) => other.short === short).length > 1
  return [...people]
    .slice(0, MOST)
    .map(([person, known]) => calledHere(isShared(person) ? person.name : person.short, known, start))
}

function called({ start, end }: Span, text: string): Called[] {
  const words = text.slice(start, end)
  const named = namedBy(words)
  return named ? [{ named, at: start, ...wordsFor(named, /^the\s/i.test(words)) }] : []
}

/** "the Harbour Board" where the draft says so, "Ms. Varga" and "Varga" of "the engineer Varga". */
function wordsFor({ name, rank, isBody }: Named, hasArticle: boolean): Pick<Called, 'words' | 'isShort'> {
  if (isBody) return { words: hasArticle ? `the ${name}` : name, isShort: true }
  if (name.includes(' ')) return { words: name, isShort: false }
  return { words: rank && HONORIFIC.test(rank) ? `${rank} ${name}` : name, isShort: true }
}

/** What to call a person in a place: the short form used last before it, else the surname, else all that is known. */
function calledHere(short: string, known: readonly Called[], start: number): string {
  const before = known.filter(({ at }) => at < start)
  const last = before.find(({ isShort }) => isShort)
  if (last) return last.words
  if (before.length) return short
  return known.reduce((longest, { words }) => (words.length > longest.length ? words : longest), '')
}
