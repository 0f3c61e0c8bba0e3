import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Diagnostic,
} from 'vscode-languageserver'
import { type Checked, dataOf, draftFixesOf, fixAllEdits, fixesOf } from '../check'
import type { Fix } from '../checks/check'
import type { Span } from '../draft/span'
import { type Reported, standFor } from '../report'
import type { ClientAbilities } from './client-abilities'
import { rangeOf, SOURCE } from './diagnostics'
import type { PlacedText } from './draft-document'
import type { ProjectFile } from './host'
import { standEdit } from './project-file-edits'
import { workspaceEditOf } from './workspace-edits'

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.stet`

/** An open draft as the features see it. */
export interface OpenDraft {
  readonly document: PlacedText
  readonly checked: Checked
  readonly projectFile: ProjectFile | undefined
  readonly abilities: ClientAbilities
}

/** The actions at a range, reckoned from the text as it stands: whatever diagnostics the client still shows. */
export function codeActionsAt({ range, context }: CodeActionParams, open: OpenDraft): CodeAction[] {
  const wants = (kind: string) =>
    !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`))
  const actions: CodeAction[] = []
  if (wants(CodeActionKind.QuickFix)) {
    const span = { start: open.document.offsetAt(range.start), end: open.document.offsetAt(range.end) }
    const here = open.checked.findings.filter((finding) => touches(finding, span))
    for (const finding of here) {
      // What is about the whole draft is offered once, with the first finding.
      const isFirst = here.find(({ check }) => check === finding.check) === finding
      actions.push(...quickFixes(finding, isFirst, context.diagnostics, open))
    }
  }
  if (context.only && wants(FIX_ALL)) actions.push(...fixAll(open))
  return actions
}

/** A caret at either edge of the words counts. */
const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end

function quickFixes(
  finding: Reported,
  withDraftFixes: boolean,
  shown: readonly Diagnostic[],
  open: OpenDraft,
): CodeAction[] {
  const { document, checked, abilities } = open
  const diagnostics = shown.filter((diagnostic) => isOf(diagnostic, finding, document))
  const fixes = [
    ...fixesOf(finding, checked),
    ...(withDraftFixes ? draftFixesOf(finding.check, checked) : []),
  ]
  const actions = fixes
    .filter(({ snippet }) => !snippet || abilities.snippetEdits)
    .map((fix) => ({
      ...quickFix(fix.title, diagnostics),
      isPreferred: fix.preferred,
      edit: workspaceEditOf(fix, document, abilities),
    }))
  return [...actions, ...commands(finding, diagnostics, open), ...letStand(finding, diagnostics, open)]
}

const quickFix = (title: string, diagnostics: Diagnostic[]): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics,
})

function isOf(diagnostic: Diagnostic, finding: Reported, document: PlacedText): boolean {
  const { start } = rangeOf(document, finding)
  return (
    diagnostic.source === SOURCE &&
    diagnostic.code === finding.check &&
    diagnostic.range.start.line === start.line &&
    diagnostic.range.start.character === start.character
  )
}

/** What only Stet's own client can do: show a comparison, ask for a date. */
function commands(
  finding: Reported,
  diagnostics: Diagnostic[],
  { document, checked, abilities }: OpenDraft,
): CodeAction[] {
  if (!abilities.extension) return []
  const offer = (title: string, command: string, ...args: unknown[]): CodeAction => {
    const call: Command = { title, command, arguments: [document.uri, ...args] }
    return { ...quickFix(title, diagnostics), command: call }
  }
  const repeats = dataOf(finding, checked).repeats as (Span & { readonly path?: string }) | undefined
  if (finding.check === 'duplicate-paragraph' && repeats && !repeats.path) {
    const earlier = rangeOf(document, repeats)
    return [
      offer(
        `Compare with line ${earlier.start.line + 1}`,
        'stet.compare',
        earlier,
        rangeOf(document, finding),
      ),
    ]
  }
  return finding.check === 'vague-time' ? [offer('Set this draft’s date…', 'stet.setDraftDate')] : []
}

/** Where the text has no comments, the project file says what stands. */
function letStand(finding: Reported, diagnostics: Diagnostic[], open: OpenDraft): CodeAction[] {
  const { document, checked, abilities, projectFile } = open
  if (checked.draft.language === 'markdown' || finding.check === 'stet-mark') return []
  const stand = { check: finding.check, ...standFor(finding, checked.draft) }
  const edit = standEdit(stand, document.uri, projectFile, abilities)
  return edit ? [{ ...quickFix('Let it stand', diagnostics), edit }] : []
}

function fixAll({ document, checked, abilities }: OpenDraft): CodeAction[] {
  const edits: Fix['edits'] = fixAllEdits(checked)
  if (!edits.length) return []
  const edit = workspaceEditOf({ edits }, document, abilities)
  return [{ title: 'Apply all fixes of Stet that are safe to apply', kind: FIX_ALL, edit }]
}
