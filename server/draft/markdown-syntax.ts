import { Autolink, type MarkdownParser, parser, Strikethrough, TaskList } from '@lezer/markdown'
import { limits } from './markdown-limits'
import { tables } from './markdown-tables'

/** CommonMark, and what GitHub adds to it. */
export const markdownSyntax: MarkdownParser = parser.configure([
  tables,
  TaskList,
  Strikethrough,
  Autolink,
  limits,
])
