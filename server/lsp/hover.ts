import { type Hover, MarkupKind } from 'vscode-languageserver'
import { type Checked, dataOf, readBy } from '../check'
import { CHECKS } from '../checks/registry'
import { unattributedQuote } from '../checks/unattributed-quote'
import { saidAt } from '../checks/unattributed-quote/said'
import type { SpeakerReader } from '../checks/unattributed-quote/speakers'
import type { DraftDate } from '../draft/draft-date'
import type { Reported } from '../report'
import { rangeOf } from './diagnostics'
import type { PlacedText } from './draft-document'

/** What is to be said of the findings at an offset, or of the quotation there if its speaker is a pronoun. */
export function hoverAt(
  offset: number,
  checked: Checked,
  document: PlacedText,
  readSpeakers: SpeakerReader,
): Hover | null {
  const here = checked.findings.filter(({ start, end }) => start <= offset && offset <= end)
  const first = here[0]
  if (!first) return pronounExplained(offset, checked, document, readSpeakers)
  const value = here.map((finding) => explained(finding, checked)).join('\n\n---\n\n')
  return { range: rangeOf(document, first), contents: { kind: MarkupKind.Markdown, value } }
}

/** Whose words a quotation most likely is where the draft only says "she said". */
function pronounExplained(
  offset: number,
  checked: Checked,
  document: PlacedText,
  readSpeakers: SpeakerReader,
): Hover | null {
  const said = saidAt(offset, readBy(unattributedQuote, checked), readSpeakers)
  const meant = said?.speaker?.meant
  if (!meant) return null
  const name = meant.person?.name ?? meant.words
  const value = `Most likely **${escaped(name)}**, by “${escaped(said.by ?? said.speaker!.words)}”.`
  return { range: rangeOf(document, said), contents: { kind: MarkupKind.Markdown, value } }
}

function explained(finding: Reported, checked: Checked): string {
  const check = CHECKS.find(({ id }) => id === finding.check)
  const title = check ? `**${check.title}** · ${finding.kind}` : `**Stet** · ${finding.kind}`
  const kind = check?.kinds[finding.kind]
  return [title, escaped(finding.message), resolved(finding, checked), kind ? escaped(kind.summary) : '']
    .filter(Boolean)
    .join('\n\n')
}

/** The date that an expression means, or the speakers that a quotation may have. */
function resolved(finding: Reported, checked: Checked): string {
  const { check } = finding
  const { date, today } = checked
  const data = dataOf(finding, checked)
  if (check === 'vague-time' && typeof data.value === 'string') {
    const from = date
      ? `the draft’s date, ${date.day} (${SOURCES[date.source]})`
      : `today, ${today}: the draft gives no date`
    return `Means \`${data.value}\`, reckoned from ${from}.`
  }
  const speakers = check === 'unattributed-quote' && Array.isArray(data.speakers) ? data.speakers : []
  return speakers.length ? `Speakers named in the draft: ${speakers.map(escaped).join(', ')}.` : ''
}

const SOURCES: Record<DraftDate['source'], string> = {
  option: 'as given on the command line',
  'front-matter': 'from its front matter',
  'published-line': 'from its “Published” line',
  dateline: 'from its dateline',
  'stet.json': 'from stet.json',
  setting: 'from the settings',
}

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&')
