import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { URI, Utils } from 'vscode-uri'
import { version } from '../../package.json'
import { type Checked, createStepwiseChecker } from '../check'
import { createSpeakerReader } from '../checks/unattributed-quote/speakers'
import { onceFor } from '../once-for'
import { createAcrossDrafts } from './across-drafts'
import { abilitiesOf, type ClientAbilities } from './client-abilities'
import { codeActionsAt, FIX_ALL } from './code-actions'
import { type Configurations, createConfigurations } from './configuration'
import { createDiagnoser, diagnosticOf, isSameAnswer, type Presentation } from './diagnostics'
import { DraftDocument, type PlacedText } from './draft-document'
import { createDraftChecker, type DraftConfig, inTime, languageOf } from './drafts'
import { frontMatterDateEdit } from './front-matter-date'
import type { Host } from './host'
import { hoverAt } from './hover'
import { createProgress } from './progress'
import { withDate } from './project-file-edits'
import { createProjectFileReporter } from './project-file-problems'
import {
  CHECK_TEXT,
  type CheckTextParams,
  type DraftStatus,
  PROJECT_FILE_WITH_DATE,
  type ProjectFileWithDateParams,
  SET_DATE,
  type SetDateParams,
  SOURCES,
  type SourcesParams,
  STATUS,
} from './protocol'
import { draftSources } from './sources'
import { workspaceEditOf } from './workspace-edits'

const PROJECT_FILE = 'stet.json'
const DRAFT_FILES = '**/*.{txt,text,md,markdown}'

/** Serves the Language Server Protocol over a connection, be it a stream, a process channel or a worker. */
export function serve(connection: Connection, host: Host): void {
  connection.onInitialize((params) => {
    start(connection, host, abilitiesOf(params))
    return announcement(params)
  })
  connection.listen()
}

function announcement({ capabilities }: InitializeParams): InitializeResult {
  return {
    serverInfo: { name: 'stet', version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
      hoverProvider: true,
      ...(capabilities.textDocument?.diagnostic
        ? {
            diagnosticProvider: {
              identifier: 'stet',
              interFileDependencies: false,
              workspaceDiagnostics: false,
            },
          }
        : {}),
    },
  }
}

/**
 * For so many milliseconds a hover waits for a check. A draft of this length is read in less than a while; what there is to say
 * of a larger one that is just being read comes later.
 */
const A_WHILE = 250
const A_MOMENT = 5
const LARGE = 100_000

function start(connection: Connection, host: Host, abilities: ClientAbilities): void {
  const documents = new TextDocuments(DraftDocument)
  const configurations: Configurations = createConfigurations(connection, host, abilities)
  const checker = createDraftChecker(host)
  const projectFiles = createProjectFileReporter(connection)
  const readSpeakers = createSpeakerReader()
  const presentation: Presentation = {
    pageOf: onceFor((code) =>
      abilities.extension ? `${abilities.extension}/docs/checks/${code}.md` : host.pageOf(code),
    ),
    relatedInformation: abilities.relatedInformation || abilities.pullsDiagnostics,
    otherDraft: (uri) => documents.get(uri) ?? across.file(uri),
  }
  const diagnose = createDiagnoser(presentation)
  const across = createAcrossDrafts({
    host,
    folders: abilities.folders,
    onReading: () => {
      if (!abilities.watchesFiles) return
      const watchers = [{ globPattern: DRAFT_FILES }]
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
    },
    onChanged: (uris) => {
      if (!abilities.pullsDiagnostics) for (const uri of uris) publish(uri)
      else if (abilities.refreshesDiagnostics) connection.languages.diagnostics.refresh()
    },
  })

  const opened = (document: DraftDocument, alone: Checked, settings: DraftConfig) => ({
    document,
    checked: across.check(document, alone, settings),
    projectFile: settings.projectFile,
    abilities,
  })

  /** A draft whose check has come to its end: who asks about it waits for no other one. */
  const currentOf = async (uri: string) => {
    const settings = await configurations.of(uri)
    const document = documents.get(uri)
    const alone = document && checker.current(document, settings)
    return alone && opened(document, alone, settings)
  }

  /**
   * A draft checked as it stands when the check ends: what is typed meanwhile is taken in. Between its slices everybody
   * else has a turn. Undefined if the draft was closed meanwhile, or wasn't checked in so many milliseconds.
   */
  const checkedOf = async (
    uri: string,
    token?: CancellationToken,
    milliseconds = Number.POSITIVE_INFINITY,
  ) => {
    const current = await currentOf(uri)
    if (current) return current
    const awaited = documents.get(uri)
    const isDone = awaited && host.awaited(awaited.languageId)
    const progress = createProgress(connection, `Stet checks ${Utils.basename(URI.parse(uri))}`)
    const end = Date.now() + milliseconds
    try {
      do {
        // What has arrived with the request may change the draft, or call the request off.
        await host.pause()
        if (token?.isCancellationRequested) {
          throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The editor needs this no more.')
        }
        const settings = await configurations.of(uri)
        projectFiles.report(settings)
        const draft = documents.get(uri)
        if (!draft) return undefined
        const alone = checker.advance(draft, settings)
        if (alone) return opened(draft, alone, settings)
        progress.goesOn()
      } while (Date.now() < end)
      return undefined
    } finally {
      progress.ends()
      isDone?.()
    }
  }

  const patienceWith = (uri: string): number =>
    (documents.get(uri)?.text.length ?? 0) > LARGE ? A_MOMENT : A_WHILE

  const answers = new Map<string, { resultId: string; items: Diagnostic[] }>()
  let lastResultId = 0

  const answer = async (
    uri: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> => {
    const open = await checkedOf(uri, token)
    if (!open) return { kind: 'full', items: [] }
    const items = diagnose(open.checked.findings, open.document)
    announceStatus(open.document, open.checked)
    const last = answers.get(uri)
    if (last && last.resultId === previous && isSameAnswer(last.items, items)) {
      return { kind: 'unchanged', resultId: last.resultId }
    }
    lastResultId++
    const resultId = String(lastResultId)
    answers.set(uri, { resultId, items })
    return { kind: 'full', resultId, items }
  }

  const announceStatus = (document: PlacedText, { findings, date }: Checked) => {
    if (!abilities.extension) return
    const counts = { error: 0, warning: 0, information: 0, hint: 0 }
    for (const { severity } of findings) counts[severity]++
    const status: DraftStatus = {
      uri: document.uri,
      version: document.version,
      findings: counts,
      total: findings.length,
      date: date ? { day: date.day, source: date.source } : null,
    }
    void connection.sendNotification(STATUS, status)
  }

  /** Nobody waits for what is published, so that nobody would be told if it failed. */
  const publish = (uri: string) => {
    publishChecked(uri).catch(({ message }: Error) =>
      connection.console.error(`Stet could not check ${uri}: ${message}`),
    )
  }

  const publishChecked = async (uri: string) => {
    const version = documents.get(uri)?.version
    const open = await checkedOf(uri)
    // What was typed meanwhile is published by itself.
    if (!open || open.document.version !== version) return
    const diagnostics = diagnose(open.checked.findings, open.document)
    await connection.sendDiagnostics({ uri, version: open.document.version, diagnostics })
    announceStatus(open.document, open.checked)
  }

  /** Something beside the texts has changed: what every draft is told may be out of date. */
  const checkAllAgain = () => {
    configurations.forgetAll()
    if (!abilities.pullsDiagnostics) for (const uri of documents.keys()) publish(uri)
    else if (abilities.refreshesDiagnostics) connection.languages.diagnostics.refresh()
  }

  documents.onDidChangeContent(({ document }) => {
    if (!abilities.pullsDiagnostics) publish(document.uri)
  })
  documents.onDidSave(({ document }) => {
    // Where the client can't watch files, saving is when a changed project file is noticed.
    if (abilities.watchesFiles) return
    configurations.forget(document.uri)
    if (!abilities.pullsDiagnostics) publish(document.uri)
  })
  documents.onDidClose(({ document }) => {
    checker.forget(document.uri)
    configurations.forget(document.uri)
    answers.delete(document.uri)
    across.close(document.uri)
    if (!abilities.pullsDiagnostics) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] })
  })
  connection.onInitialized(() => {
    if (abilities.configuration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'stet' })
    if (abilities.watchesFiles) {
      const watchers = [{ globPattern: `**/${PROJECT_FILE}` }]
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
    }
  })
  connection.onDidChangeConfiguration(checkAllAgain)
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const [projects, drafts] = [true, false].map((isProject) =>
      changes.flatMap(({ uri }) => (uri.endsWith(`/${PROJECT_FILE}`) === isProject ? [uri] : [])),
    )
    across.filesChanged(drafts!)
    if (!projects!.length) return
    projectFiles.forget(projects!)
    checkAllAgain()
  })
  if (abilities.pullsDiagnostics) {
    connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
      answer(textDocument.uri, previousResultId, token),
    )
  }
  connection.onCodeAction(async (params, token) => {
    // On saving, the editor waits for a fix-all; nobody waits for a lightbulb.
    const { uri } = params.textDocument
    const open = await checkedOf(uri, token, params.context.only?.length ? undefined : patienceWith(uri))
    return open ? codeActionsAt(params, open) : []
  })
  connection.onHover(async ({ textDocument, position }, token) => {
    const open = await checkedOf(textDocument.uri, token, patienceWith(textDocument.uri))
    return open ? hoverAt(open.document.offsetAt(position), open.checked, open.document, readSpeakers) : null
  })
  connection.onRequest(SOURCES, async ({ uri }: SourcesParams, token) => {
    const open = await checkedOf(uri, token)
    return open ? draftSources(open.checked, open.document, readSpeakers) : null
  })
  connection.onRequest(SET_DATE, async ({ uri, day }: SetDateParams) => {
    const open = await checkedOf(uri)
    const edit = open && frontMatterDateEdit(open.checked.draft, day)
    return edit ? workspaceEditOf({ edits: [edit] }, open.document, abilities) : null
  })
  connection.onRequest(PROJECT_FILE_WITH_DATE, ({ text, day }: ProjectFileWithDateParams) =>
    withDate(text, day),
  )
  connection.onRequest(CHECK_TEXT, async ({ uri, languageId, text }: CheckTextParams) => {
    const { config } = await configurations.of(uri)
    configurations.forget(uri)
    const steps = createStepwiseChecker(languageOf(languageId))(text, { config, today: host.today() })
    let checked = inTime(steps)
    while (!checked) {
      await host.pause()
      checked = inTime(steps)
    }
    const { findings } = checked
    const document = TextDocument.create(uri, languageId, 0, text)
    return findings.map((finding) => diagnosticOf(finding, document, presentation))
  })
  documents.listen(connection)
}
