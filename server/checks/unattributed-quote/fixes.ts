import type { Finding, Fix, Read } from '../check'
import { speakersFor } from './candidates'
import { closeQuotation } from './close-quotation'
import type { QuoteFacts } from './facts'
import type { Resolved } from './resolved'
import { putsCommasOutside, typedAttribution } from './type-attribution'

const QUESTION = 'who said this?'

/** A snippet's placeholders for the name and the verb. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: placeholders of a snippet, not of a template
const PLACEHOLDERS = '${1:NAME} ${2:said}'

/** A name of so many words stands behind its verb: "said Ines Varga of Holm". */
const LONG_NAME = 3

/** The editor's mark with its question: "[TK: who said this?]". */
const markFor = (mark: string): string => (mark.includes('%s') ? mark.replace('%s', () => QUESTION) : mark)

/** What can be done about a quotation without a source, or without an end. */
export function quoteFixes(finding: Finding<Resolved>, read: Read<QuoteFacts>): Fix[] {
  const { text } = read.draft
  const { detail, kind } = finding
  if (kind === 'unclosed') return [closeQuotation(detail, text)]
  if (kind !== 'unattributed' && kind !== 'fragment') return []
  const commasOutside = putsCommasOutside(read.draft)
  const typed = (words: string) => typedAttribution(detail, text, words, commasOutside)
  const attributions: Fix[] = [
    ...speakersFor(finding, read).map((name) => ({
      title: `Attribute to ${name}`,
      preferred: false,
      edits: typed(attributionTo(name)),
    })),
    { title: 'Attribute…', preferred: false, snippet: true, edits: typed(PLACEHOLDERS) },
  ]
  if (kind === 'fragment') {
    const italic = read.draft.language === 'markdown' ? [inItalics(detail)] : []
    return [withoutMarks(detail), ...italic, ...attributions]
  }
  const mark = { start: detail.end, end: detail.end, newText: ` ${markFor(read.config.mark)}` }
  return [{ title: 'Mark for the desk', preferred: true, edits: [mark] }, ...attributions]
}

const attributionTo = (name: string): string =>
  name.replace(/^the /, '').split(' ').length < LONG_NAME ? `${name} said` : `said ${name}`

const withoutMarks = (resolved: Resolved): Fix => remarked('Drop the quotation marks', resolved, '')

/** For a term or a foreign word, where the draft can set it so. */
const inItalics = (resolved: Resolved): Fix =>
  remarked('Drop the quotation marks, use italics', resolved, '*')

function remarked(title: string, { start, end, quote, block }: Resolved, mark: string): Fix {
  const edits = [
    { start, end: block.start + quote.inner.start, newText: mark },
    { start: block.start + quote.inner.end, end, newText: mark },
  ]
  return { title, preferred: false, edits }
}
