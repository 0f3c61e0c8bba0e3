import type { Change } from './change'
import type { Draft, Language } from './draft'
import { createDateReader } from './draft-date'
import { frontMatterOf } from './front-matter'
import { lineStartAt } from './lines'
import { createMarkdownReader } from './markdown'
import { countLines, type LineCounts, layoutFor, readPlaintext, rereadPlaintext } from './plaintext'
import { finished, type Steps } from './steps'
import { stetMarksOf } from './stet-marks'
import type { Text } from './text'

/** Takes a text apart. Any text is a draft: there are no errors. */
export function readDraft(text: string, language: Language): Draft {
  return finished(createDraftReader(language)(text))
}

/**
 * Reads the versions of one draft, one after the other. Given the change that led from the last version to this one,
 * it reads what the change touched; paragraphs that were not touched are the same values. Without it, or after it, a draft
 * is what a fresh reader would make of the text. A reading that was left is followed by one with the change since then.
 */
export type DraftReader = (text: Text, change?: Change) => Steps<Draft>

export function createDraftReader(language: Language): DraftReader {
  const read = language === 'markdown' ? markdownReader() : plaintextReader()
  let last: { readonly text: Text; readonly draft: Draft } | undefined
  /** Whether what is remembered of the text, maybe of a reading that was left, isn't what stood there. */
  let isChanged = false
  return function* (text, change) {
    if (last?.text === text) return last.draft
    const isOldMac =
      change && last && !isChanged ? hasLoneReturnIn(text, change) : hasLoneReturn(String(text))
    last = undefined
    const knows = !isOldMac && !isChanged
    isChanged ||= isOldMac
    const draft = yield* read(isOldMac ? withLineFeeds(String(text)) : text, knows ? change : undefined)
    isChanged = isOldMac
    last = { text, draft }
    return draft
  }
}

/** A carriage return that ends a line by itself, as on old Macs. To every reader it is a line feed, at the same place. */
const LONE_RETURN = /\r(?!\n)/

const hasLoneReturn = (text: string): boolean => text.includes('\r') && LONE_RETURN.test(text)

const withLineFeeds = (text: string): string => text.replace(new RegExp(LONE_RETURN, 'g'), '\n')

/** Whether an edit has made one, in a text that had none: among what it brought, or right before it. */
function hasLoneReturnIn(text: Text, { start, length }: Change): boolean {
  for (let at = Math.max(0, start - 1); at < start + length; at++) {
    if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) !== 10) return true
  }
  return false
}

function markdownReader(): DraftReader {
  const read = createMarkdownReader()
  const dateOf = createDateReader()
  return function* (text, change) {
    const frontMatter = frontMatterOf(text)
    const { blocks, comments } = yield* read(text, frontMatter?.end ?? 0, change)
    const marks = yield* stetMarksOf(text, comments, blocks)
    return {
      get text() {
        return String(text)
      },
      language: 'markdown',
      layout: 'blank-lines',
      blocks,
      frontMatter,
      marks,
      date: dateOf(text, frontMatter, blocks),
    }
  }
}

function plaintextReader(): DraftReader {
  const dateOf = createDateReader()
  let last: { readonly text: Text; readonly draft: Draft; readonly lines: LineCounts } | undefined
  return function* (text, change) {
    const frontMatter = frontMatterOf(text)
    const body = frontMatter?.end ?? 0
    const known =
      change && last && last.draft.frontMatter?.end === frontMatter?.end && change.start >= body
        ? last
        : undefined
    // Should this reading be left, the next one begins anew.
    last = undefined
    const lines = known
      ? countAgain(known, change!, text, body)
      : yield* countLines(String(text), body, text.length, text.length)
    const layout = layoutFor(lines)
    const blocks =
      known?.draft.layout === layout
        ? rereadPlaintext(known.draft.blocks, change!, text, body, layout)
        : yield* readPlaintext(String(text), body, text.length, layout)
    const draft: Draft = {
      get text() {
        return String(text)
      },
      language: 'plaintext',
      layout,
      blocks,
      frontMatter,
      marks: [],
      date: dateOf(text, frontMatter, blocks),
    }
    last = { text, draft, lines }
    return draft
  }
}

/** The counts of lines after an edit: those of the lines that it touched, and of the one in front, are taken anew. */
function countAgain(
  { text: before, lines }: { readonly text: Text; readonly lines: LineCounts },
  { start, end, length }: Change,
  text: Text,
  body: number,
): LineCounts {
  const from = Math.max(body, lineStartAt(before, lineStartAt(before, start) - 1))
  const old = finished(countLines(before, from, end + 1, before.length))
  const now = finished(countLines(text, from, start + length + 1, text.length))
  return {
    followed: lines.followed - old.followed + now.followed,
    complete: lines.complete - old.complete + now.complete,
  }
}
