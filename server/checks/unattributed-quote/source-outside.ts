import type { Block } from '../../draft/draft'
import { visible } from '../../draft/invisible'
import type { Paragraph } from '../../draft/paragraph'
import type { Attribution } from './attribution'
import { pointsAway, type QuoteFacts } from './facts'
import { organisationIn, reportersIn } from './neighbouring-paragraph'
import type { Carried, Reference } from './quotation-walk'

/** How many blocks behind its own a quotation may find its source. */
export const MOST_BEHIND = 12

/** Who speaks in a paragraph that doesn't say so itself. */
export function sourceOutside(
  b: number,
  blocks: readonly Block[],
  facts: readonly (QuoteFacts | undefined)[],
  { leadIn, last, paper: pointedAt }: Carried,
): Reference | undefined {
  if (leadIn) return leadIn
  const own = facts[b]!
  const pointing = pointsAway(own)
  const paper = own.paper ? { attribution: own.paper, back: 0 } : pointedAt
  if (pointing && paper) return paper
  if (last && (pointing || (own.pure && !speaksOf(last, blocks[b]!)))) return last
  const organisation = pointing ? organisationAbove(b, blocks) : undefined
  if (organisation) return organisation
  if (own.quotes.some(({ source }) => source?.speaker)) return undefined
  // "And that is why we came.": words that go on from others, behind a paragraph that quotes somebody.
  const before = facts[b - 1]?.spoke
  if (own.pure && before?.speaker && (own.goesOn || isResumed({ attribution: before, back: 1 }, b, blocks)))
    return { attribution: before, back: 1 }
  const speaksNext = facts[b - 1]?.speaksNext
  if (own.pure && speaksNext?.speaker && !speaksOf({ attribution: speaksNext, back: 1 }, blocks[b]!))
    return { attribution: speaksNext, back: 1 }
  const between = own.pure ? reporterBetween(b, blocks) : undefined
  if (between) return between
  const next = facts[b + 1]
  const after = next?.byline ?? (own.pure ? next?.identifies : undefined)
  if (after) return { attribution: after, back: -1 }
  return blocks[b]!.paragraph.kind === 'quote' ? footerBehind(b, blocks, facts) : undefined
}

/** Paragraphs around a quotation are read for it if they are no longer, in UTF-16 code units. */
const LONGEST_NEIGHBOUR = 4000

/** An "it said" may point to a body of people that the draft spoke of so many paragraphs above. */
const MOST_ABOVE = 5

function organisationAbove(b: number, blocks: readonly Block[]): Reference | undefined {
  for (let back = 1; back <= MOST_ABOVE && back <= b; back++) {
    const { paragraph } = blocks[b - back]!
    const isShort = paragraph.kind === 'prose' && paragraph.source.length <= LONGEST_NEIGHBOUR
    const attribution = isShort ? organisationIn(paragraph) : undefined
    if (attribution) return { attribution, back }
  }
  return undefined
}

/**
 * 'Ruth Hale called it "a wreck".', the quotation, and then "Hale said she would sell it.": who spoke before it and is the
 * subject behind it speaks in between.
 */
function isResumed(before: Reference, b: number, blocks: readonly Block[]): boolean {
  const { name } = before.attribution
  const next = blocks[b + 1]?.paragraph
  if (!name || next?.kind !== 'prose' || speaksOf(before, blocks[b]!)) return false
  const [, titles, subject] = /^((?:\p{Lu}[\p{L}.]* ){0,2})(\p{Lu}[\p{L}-]+) \p{Ll}/u.exec(next.source) ?? []
  return titles !== undefined && subject === name.slice(name.lastIndexOf(' ') + 1)
}

/**
 * "Hale said the bridge was shut.", the quotation, and then "She added that it was old.": whoever is reported before and
 * behind a quotation speaks in it.
 */
function reporterBetween(b: number, blocks: readonly Block[]): Reference | undefined {
  const [before, behind] = [blocks[b - 1]?.paragraph, blocks[b + 1]?.paragraph]
  if (before?.kind !== 'prose' || behind?.kind !== 'prose') return undefined
  if (before.source.length > LONGEST_NEIGHBOUR || behind.source.length > LONGEST_NEIGHBOUR) return undefined
  const attribution = reportersIn(before).last
  if (!attribution?.speaker || speaksOf({ attribution, back: 1 }, blocks[b]!)) return undefined
  const next = reportersIn(behind).first
  const goesOn = next?.speaker && isSame(attribution, before, next, behind)
  return goesOn ? { attribution, back: 1 } : undefined
}

/** "Ines Varga", "Varga" or "she"; "the governor", "the governor" */
function isSame(a: Attribution, of: Paragraph, b: Attribution, within: Paragraph): boolean {
  const words = ({ speaker }: Attribution, { prose }: Paragraph): string =>
    visible(prose.slice(speaker!.start, speaker!.end)).toLowerCase()
  const [one, other] = [words(a, of), words(b, within)]
  if (one === other || /^(?:he|she)$/.test(other)) return true
  const surname = (name: string | undefined): string | undefined => name?.slice(name.lastIndexOf(' ') + 1)
  return a.name !== undefined && surname(a.name) === surname(b.name)
}

/** '"It holds," Ruth Hale said.', and then '"I asked Hale twice."': nobody speaks of themselves by name. */
function speaksOf({ attribution: { name } }: Reference, { paragraph }: Block): boolean {
  const surname = name?.slice(name.lastIndexOf(' ') + 1)
  if (!surname || !/^\p{Lu}\p{Ll}{2,}$/u.test(surname)) return false
  const at = paragraph.source.indexOf(surname)
  return at >= 0 && !/^\p{L}/u.test(paragraph.source.slice(at + surname.length))
}

/** A block quotation takes the footer that any of its later paragraphs holds. */
function footerBehind(
  b: number,
  blocks: readonly Block[],
  facts: readonly (QuoteFacts | undefined)[],
): Reference | undefined {
  for (let i = b + 1; i < b + MOST_BEHIND && blocks[i]?.paragraph.kind === 'quote'; i++) {
    const footer = facts[i]?.byline
    if (footer) return { attribution: footer, back: b - i }
  }
  return undefined
}
