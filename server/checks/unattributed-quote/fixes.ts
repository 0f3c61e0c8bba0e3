import type { Finding, Fix, Read, TextEdit } from '../check'
import type { QuoteFacts } from './facts'
import type { Resolved } from './resolve'

const QUESTION = 'who said this?'

/** A snippet's placeholders for the name and the verb. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: placeholders of a snippet, not of a template
const PLACEHOLDERS = '${1:NAME} ${2:said}'

/** The editor's mark with its question: "[TK: who said this?]". */
const markFor = (mark: string): string => (mark.includes('%s') ? mark.replace('%s', () => QUESTION) : mark)

/** Whether an editor's mark stands beside a stretch of text already. */
export function isMarked(text: string, { start, end }: Resolved, mark: string): boolean {
  const [opening = '', closing = ''] = mark.split('%s').map((part) => part.trim())
  const after = text.slice(end, end + 40).replace(/^[\s.,;:!?]+/, '')
  const before = text.slice(Math.max(0, start - 40), start).trimEnd()
  if (opening)
    return after.startsWith(opening) || (before.includes(opening) && before.endsWith(closing || opening))
  return closing !== '' && after.slice(0, 40).includes(closing)
}

/** What can be done about a quotation without a source. */
export function quoteFixes(finding: Finding<Resolved>, read: Read<QuoteFacts>): Fix[] {
  const { text } = read.draft
  const { detail, kind, data } = finding
  if (kind !== 'unattributed' && kind !== 'fragment') return []
  const speakers = (data?.speakers ?? []) as readonly string[]
  const attributions = [
    ...speakers.map((name) => ({
      title: `Attribute to ${name}`,
      preferred: false,
      edits: attribution(detail, text, (words) => words.replace('NAME', () => name)),
    })),
    {
      title: 'Attribute…',
      preferred: false,
      snippet: true,
      edits: attribution(detail, text, (words) => words.replace('NAME said', () => PLACEHOLDERS)),
    },
  ]
  if (kind === 'fragment') return [withoutMarks(detail), ...attributions]
  const mark = { start: detail.end, end: detail.end, newText: ` ${markFor(read.config.mark)}` }
  return [{ title: 'Mark for the desk', preferred: true, edits: [mark] }, ...attributions]
}

function withoutMarks({ start, end, quote, block }: Resolved): Fix {
  const edits = [
    { start, end: block.start + quote.inner.start, newText: '' },
    { start: block.start + quote.inner.end, end, newText: '' },
  ]
  return { title: 'Drop the quotation marks', preferred: false, edits }
}

/** What closes a quotation that goes on in the next paragraph, where an attribution breaks it. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '»': '«',
  '‘': '’',
  '「': '」',
}

/** Behind the first paragraph of a quotation that goes on in the next. */
function splitAttribution(
  text: string,
  end: number,
  closing: string,
  write: (words: string) => string,
): TextEdit[] {
  const last = text[end - 1]!
  const stop = last === '.' ? ',' : last
  return [{ start: end - 1, end, newText: `${stop}${closing} ${write('NAME said')}.` }]
}

/**
 * Edits that put "NAME said" behind the quotation, or behind its first sentence where it holds several, with the
 * punctuation inside or outside the marks as the draft has it there.
 */
function attribution(
  { quote, block, end }: Resolved,
  text: string,
  write: (words: string) => string,
): TextEdit[] {
  const innerEnd = block.start + quote.inner.end
  const opening = text.slice(block.start + quote.start, block.start + quote.inner.start)
  const isSplit = !quote.closed
  const closing = isSplit ? (CLOSING[opening] ?? opening) : text.slice(innerEnd, block.start + quote.end)
  if (isSplit && quote.firstBreak === undefined) return splitAttribution(text, innerEnd, closing, write)
  if (quote.alone && quote.firstBreak !== undefined) {
    const at = block.start + quote.firstBreak
    const stop = text[at - 1]!
    const inside = stop === '.' ? ',' : stop
    const next = /^\s*/.exec(text.slice(at, at + 20))![0]
    const said = `${inside}${closing} ${write('NAME said')}.${next || ' '}${opening}`
    return [{ start: at - 1, end: at + next.length, newText: said }]
  }
  const last = text[innerEnd - 1] ?? ''
  const following = text[end] ?? ''
  if (last === '.') return [{ start: innerEnd - 1, end, newText: `,${closing} ${write('NAME said')}.` }]
  if (/[!?…]/.test(last))
    return [{ start: end, end, newText: ` ${write('NAME said')}${quote.alone ? '.' : ','}` }]
  if (last === ',') return [{ start: end, end, newText: ` ${write('NAME said')}${quote.alone ? '.' : ','}` }]
  if (following === '.') return [{ start: end, end, newText: `, ${write('NAME said')}` }]
  if (following === ',') return [{ start: end, end: end + 1, newText: `, ${write('NAME said')},` }]
  return [
    {
      start: end,
      end,
      newText: `, ${write('NAME said')}${following === '' || following === '\n' ? '.' : ','}`,
    },
  ]
}
