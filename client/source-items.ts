import {
  Range,
  type TextDocumentShowOptions,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
} from 'vscode'
import type { DraftSource, SourceQuotation } from '../server/lsp/protocol'

/** A source of the draft, or one of its quotations. */
export interface SourceNode {
  readonly source: DraftSource
  readonly quotation: SourceQuotation | undefined
  readonly draft: Uri
}

const ICONS: Readonly<Record<DraftSource['kind'], ThemeIcon>> = {
  nobody: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  named: new ThemeIcon('account'),
  described: new ThemeIcon('comment'),
  unnamed: new ThemeIcon('question'),
  pronoun: new ThemeIcon('comment'),
}

const REMARKS: Readonly<Record<DraftSource['kind'], string>> = {
  nobody: 'The draft doesn’t say whose words these are.',
  named: '',
  described: '',
  unnamed: 'A source without a name.',
  pronoun: 'It isn’t plain whom that means.',
}

const nameOf = ({ kind, name }: DraftSource): string => (kind === 'nobody' ? 'Nobody' : name)

const counted = ({ quotations }: DraftSource): string =>
  quotations.length === 1 ? '1 quotation' : `${quotations.length} quotations`

const PRONOUN = /^(?:he|she|they)$/i

const sourceItem = (source: DraftSource): TreeItem => {
  const { kind, alsoCalled } = source
  const name = nameOf(source)
  const unfolded = kind === 'nobody' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed
  const item = new TreeItem(name, unfolded)
  const details = kind === 'unnamed' ? ['unnamed', counted(source)] : [counted(source)]
  const called = alsoCalled.length ? `Also called: ${alsoCalled.join('; ')}` : ''
  item.id = `${kind} ${name}`
  item.iconPath = ICONS[kind]
  item.description = details.join(' · ')
  item.tooltip = [`${name}: ${counted(source)}`, REMARKS[kind], called].filter(Boolean).join('\n')
  item.accessibilityInformation = { label: [name, ...details].join(', ') }
  return item
}

/** "14  “We looked at …”": the line first, since the side bar cuts off what it has no room for. */
const quotationItem = (source: DraftSource, quotation: SourceQuotation, draft: Uri): TreeItem => {
  const { text, speaker, by, range } = quotation
  const { start, end } = range
  const line = start.line + 1
  // Whom "she" means is a likelihood, and for the writer to judge.
  const isGuess = speaker !== null && source.kind !== 'pronoun' && PRONOUN.test(speaker)
  const item = new TreeItem(`${line}  ${isGuess ? `${speaker.toLowerCase()}: ` : ''}${text}`)
  const options: TextDocumentShowOptions = {
    selection: new Range(start.line, start.character, end.line, end.character),
  }
  item.tooltip = `${text}\nLine ${line}${by === null ? '' : `, by “${by}”`}`
  item.accessibilityInformation = { label: [text, `line ${line}`, by ?? ''].filter(Boolean).join(', ') }
  item.command = { command: 'vscode.open', title: 'Go to Quotation', arguments: [draft, options] }
  return item
}

export const itemOf = ({ source, quotation, draft }: SourceNode): TreeItem =>
  quotation === undefined ? sourceItem(source) : quotationItem(source, quotation, draft)
