import { blockAt } from '../../draft/draft'
import type { Span } from '../../draft/span'
import type { Finding, Read } from '../check'
import type { QuoteFacts } from './facts'
import { type Resolved, resolveQuotes } from './resolved'

/** How many paragraphs away a speaker may stand who is offered for a quotation. */
const REACH = 40

/** The speakers whom the draft names near a quotation without a source, likeliest first. */
export function speakersFor({ kind, detail }: Finding<Resolved>, read: Read<QuoteFacts>): string[] {
  if (kind !== 'unattributed' && kind !== 'fragment') return []
  const { draft, facts } = read
  const place = blockAt(draft.blocks, detail.start)
  const [from, to] = [Math.max(0, place - REACH), place + REACH]
  const blocks = draft.blocks.slice(from, to)
  const near = resolveQuotes({ ...read, draft: { ...draft, blocks }, facts: facts.slice(from, to) })
  return candidatesAmong(detail, near, draft.text)
}

const MOST = 3
/** Last words of names that are no person's: nobody is called "Department" for short. */
const ORGANISATIONS =
  /(?:^|\s)(?:Department|Board|Council|Committee|Commission|Ministry|Agency|Authority|Office|Party|Police|Court|Times|Post|News|Journal|Institute|University|Company|Corporation|Group|Union|Association|Bank|Service|House|Bureau|Foundation|Society|Trust|Press|Herald|Guardian|Government|Inc|Ltd|States|Kingdom|Report|Center|Centre|Organization|Organisation)(?:\s|$)/
const HONORIFIC = /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady)\.?\s/

/** A name as an attribution gives it, at its place in the draft. */
interface Mention {
  readonly name: string
  readonly at: number
}

/**
 * The speakers whom the draft names, as an attribution there would call them: whoever spoke just before comes first.
 * Once the full name has stood, a person goes by what the draft has called them last ("Varga", "Ms. Varga", "Ines").
 */
function candidatesAmong({ start }: Resolved, near: readonly Resolved[], text: string): string[] {
  const mentions = near.flatMap(({ source }): Mention[] =>
    source?.name && source.speaker
      ? [{ name: called(source.name, source.speaker, text), at: source.speaker.start }]
      : [],
  )
  const people = new Map<string, Mention[]>()
  const nearest = [
    ...mentions.filter(({ at }) => at < start).reverse(),
    ...mentions.filter(({ at }) => at >= start),
  ]
  for (const mention of nearest) {
    const key = personOf(mention.name, mentions)
    people.set(key, [...(people.get(key) ?? []), mention])
  }
  return [...people].slice(0, MOST).map(([person, known]) => calledHere(person, known, start))
}

/** "the Harbour Board" where the draft says so, and "Varga" of "the engineer Varga". */
const called = (name: string, { start }: Span, text: string): string =>
  ORGANISATIONS.test(name) && /^the\s/i.test(text.slice(start, start + 4)) ? `the ${name}` : name

/** Whom a name stands for: the surname of the full name of which it is the first or the last word. */
function personOf(name: string, mentions: readonly Mention[]): string {
  const bare = name.replace(HONORIFIC, '')
  if (ORGANISATIONS.test(bare)) return bare
  if (bare.includes(' ')) return bare.split(' ').at(-1)!
  const full = mentions.find((other) => other.name.startsWith(`${bare} `) && !ORGANISATIONS.test(other.name))
  return full ? full.name.split(' ').at(-1)! : bare
}

/** What to call a person in a place: the short form used last before it, else the surname, else all that is known. */
function calledHere(person: string, known: readonly Mention[], start: number): string {
  const before = known.filter(({ at }) => at < start)
  const short = before.find(({ name }) => !name.includes(' ') || HONORIFIC.test(name))
  if (short) return short.name
  if (before.length) return person
  return known.reduce((longest, { name }) => (name.length > longest.length ? name : longest), person)
}
