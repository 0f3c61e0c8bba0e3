import type { Draft, Language } from './draft'
import { draftDateOf } from './draft-date'
import { frontMatterOf } from './front-matter'
import { readMarkdown } from './markdown'
import { layoutOf, readPlaintext } from './plaintext'
import { stetMarksOf } from './stet-marks'

/** Takes a text apart. Any text is a draft: there are no errors. */
export function readDraft(text: string, language: Language): Draft {
  const frontMatter = frontMatterOf(text)
  const body = frontMatter?.end ?? 0
  if (language === 'markdown') {
    const { blocks, comments } = readMarkdown(text, body)
    return {
      text,
      language,
      layout: 'blank-lines',
      blocks,
      frontMatter,
      marks: stetMarksOf(text, comments, blocks),
      date: draftDateOf(text, frontMatter, blocks),
    }
  }
  const layout = layoutOf(text, body, text.length)
  const blocks = readPlaintext(text, body, text.length, layout)
  return {
    text,
    language,
    layout,
    blocks,
    frontMatter,
    marks: [],
    date: draftDateOf(text, frontMatter, blocks),
  }
}
