import type { Block } from '../../draft/draft'
import type { Judged } from './quotation-walk'

/** Whether an editor's mark stands beside a quotation already, within its paragraphs. */
export function isMarked(
  { quote, back, end }: Judged,
  i: number,
  blocks: readonly Block[],
  mark: string,
): boolean {
  const [opening = '', closing = ''] = mark.split('%s').map((part) => part.trim())
  const behind = blocks[i]!.paragraph.source.slice(end, end + 40)
  const after = behind.replace(/^[\s.,;:!?]+/, '')
  if (!opening) return closing !== '' && after.includes(closing)
  if (after.startsWith(opening)) return true
  const before = blocks[i - back]!.paragraph.source.slice(
    Math.max(0, quote.start - 40),
    quote.start,
  ).trimEnd()
  return before.includes(opening) && before.endsWith(closing || opening)
}
