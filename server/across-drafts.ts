import { type Checked, readBy } from './check'
import type { Finding } from './checks/check'
import { duplicateParagraph, fingerprintOf } from './checks/duplicate-paragraph'
import { DraftsIndex } from './checks/duplicate-paragraph/across-drafts'
import type { Language } from './draft/draft'
import { readDraft } from './draft/read-draft'
import { reportedWith } from './report'

/**
 * Drafts that are checked against each other: a paragraph that stands in two of them is reported in the one whose path
 * comes later.
 */
export interface DraftsAcross {
  /** Takes over a draft as checked by itself; `name` is what messages in other drafts call it. */
  put(path: string, name: string, checked: Checked): void
  /** Takes over a draft that nobody has checked. */
  putText(path: string, name: string, text: string, language: Language): void
  remove(path: string): void
  /** What a draft has of others. */
  elsewhere(path: string): readonly Finding[]
  /** The draft as checked, with what it has of other drafts. */
  across(path: string, checked: Checked): Checked
}

export function createDraftsAcross(): DraftsAcross {
  const index = new DraftsIndex()
  return {
    put(path, name, checked) {
      index.put({
        path,
        name,
        blocks: checked.draft.blocks,
        facts: readBy(duplicateParagraph, checked).facts,
      })
    },
    putText(path, name, text, language) {
      const { blocks } = readDraft(text, language)
      index.put({ path, name, blocks, facts: blocks.map(({ paragraph }) => fingerprintOf(paragraph)) })
    },
    remove: (path) => index.remove(path),
    elsewhere: (path) => index.findingsIn(path),
    across(path, checked) {
      const own = new Set(
        checked.findings.filter(({ check }) => check === duplicateParagraph.id).map(({ start }) => start),
      )
      // A paragraph that repeats one of its own draft is reported once.
      const elsewhere = index.findingsIn(path).filter(({ start }) => !own.has(start))
      const findings = reportedWith(elsewhere, duplicateParagraph.id, checked.findings, checked)
      return findings === checked.findings ? checked : { ...checked, findings }
    },
  }
}
