import { commands, Disposable, EventEmitter, type TextDocument, type TreeDataProvider, window } from 'vscode'
import { type DraftSource, SOURCES, type SourcesParams, type SourcesResult } from '../server/lsp/protocol'
import { isDraft } from './drafts'
import type { LanguageServer } from './language-server'
import { itemOf, type SourceNode } from './source-items'

const VIEW = 'stet.sources'
/** Context keys of `package.json`: whether there is a view at all, and what it says while it is empty. */
const IS_DRAFT_IN_FRONT = 'stet.isDraftInFront'
const SOURCES_STATE = 'stet.sourcesState'
type SourcesState = 'waiting' | 'listed' | 'none' | 'stopped'

/** How long a writer pauses before the view follows, in milliseconds. */
const PAUSE = 300
/** Between one editor and the next there is none in front for a moment, in milliseconds. */
const A_MOMENT = 50

type Timer = ReturnType<typeof setTimeout> | undefined

/** The draft of the editor in front; where that holds none (a preview, an output), the last one that is still to be seen. */
const draftInFront = (last: TextDocument | undefined): TextDocument | undefined => {
  const document = window.activeTextEditor?.document
  if (document !== undefined && isDraft(document)) return document
  return window.visibleTextEditors.find((editor) => editor.document === last)?.document
}

/** The Sources view: who is quoted in the draft in front. It asks the server only while somebody can see it. */
export const showSources = (server: LanguageServer): Disposable => {
  let draft = draftInFront(undefined)
  let sources: readonly DraftSource[] = []
  let lastAsked = 0
  let pause: Timer
  let moment: Timer
  const changes = new EventEmitter<undefined>()

  const provider: TreeDataProvider<SourceNode> = {
    onDidChangeTreeData: changes.event,
    getTreeItem: itemOf,
    getChildren: (node) => {
      if (draft === undefined) return []
      const { uri } = draft
      if (node === undefined) return sources.map((source) => ({ source, quotation: undefined, draft: uri }))
      if (node.quotation !== undefined) return []
      return node.source.quotations.map((quotation) => ({ source: node.source, quotation, draft: uri }))
    },
  }
  const view = window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true })

  const show = (next: readonly DraftSource[], state: SourcesState) => {
    const isSame = JSON.stringify(next) === JSON.stringify(sources)
    sources = next
    if (!isSame) changes.fire(undefined)
    void commands.executeCommand('setContext', SOURCES_STATE, state)
  }

  const ask = async (document: TextDocument): Promise<SourcesResult> => {
    const params: SourcesParams = { uri: server.client().code2ProtocolConverter.asUri(document.uri) }
    return server.request<SourcesResult>(SOURCES, params)
  }

  const refresh = async (): Promise<void> => {
    clearTimeout(pause)
    if (!view.visible || draft === undefined) return
    if (server.state !== 'running') return show([], server.state === 'stopped' ? 'stopped' : 'waiting')
    lastAsked += 1
    const asked = { draft, at: lastAsked }
    // A server that ends meanwhile says so by its state.
    const answer = await ask(draft).catch(() => null)
    if (asked.at !== lastAsked || asked.draft !== draft) return
    if (answer === null) return show([], 'waiting')
    show(answer, answer.length === 0 ? 'none' : 'listed')
  }

  const follow = () => {
    const next = draftInFront(draft)
    if (next === draft) return
    draft = next
    void commands.executeCommand('setContext', IS_DRAFT_IN_FRONT, draft !== undefined)
    show([], 'waiting')
    void refresh()
  }

  const focus = async (): Promise<void> => {
    follow()
    if (draft !== undefined) await commands.executeCommand(`${VIEW}.focus`)
    else void window.showInformationMessage('Open a draft first: a plain text or a Markdown file.')
  }

  const followSoon = () => {
    clearTimeout(moment)
    moment = setTimeout(follow, A_MOMENT)
  }

  void commands.executeCommand('setContext', IS_DRAFT_IN_FRONT, draft !== undefined)
  return Disposable.from(
    view,
    changes,
    view.onDidChangeVisibility(refresh),
    window.onDidChangeActiveTextEditor(followSoon),
    window.onDidChangeVisibleTextEditors(followSoon),
    server.onDidChangeState(refresh),
    server.onDidCheck(({ uri }) => {
      // An editor may have been given another language.
      follow()
      if (uri !== draft?.uri.toString()) return
      clearTimeout(pause)
      pause = setTimeout(refresh, PAUSE)
    }),
    commands.registerCommand('stet.showSources', focus),
    {
      dispose: () => {
        clearTimeout(pause)
        clearTimeout(moment)
      },
    },
  )
}
