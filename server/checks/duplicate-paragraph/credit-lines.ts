import { visible } from '../../draft/invisible'
import type { Paragraph } from '../../draft/paragraph'

/**
 * Lines that stand in many a story and are no prose of it: bylines, credits, notices and signposts
 * ("By Ann Hale in Oslo", "Photograph: Lee Wood", "Read more: …").
 */
const CREDIT =
  /^\W*((photos?|photographs?|pictures?|images?|illustrations?|video|credits?|sources?|published|updated|posted|related|correction|filename|file)\s*(:|by\b)|see also\b|(additional )?(reporting|writing|editing) by\b|(written|edited|translated|compiled) by\b|copyright\b|©|all rights reserved|read more\b|more on\b|sign up\b|subscribe\b|follow us\b|advertisement\b|this (article|story|post) (was|is|has been|first|originally)\b)/i

/** "By Ann Hale", but not "By 1980, we knew it was time." */
const BYLINE = /^\W*[Bb][Yy]\s+\p{Lu}[^.!?]*$/u
const LONGEST = 160

/** A link of Markdown with its address, or an address that stands for itself. */
const LINK = /!?\[[^\]]*\](\([^()\s]*(\s[^()]*)?\)|\[[^\]]*\])|<?https?:\/\/[^\s>]+>?/g
const WORDS = /[\p{L}\p{N}]/u

/** "It then gives the following:" leads in to a list or to code, and may do so again. */
const LEAD_IN_WORDS = 12

export function isCreditLine(paragraph: Paragraph): boolean {
  const { source } = paragraph
  if (isLinks(source)) return true
  if (source.length > LONGEST) return false
  const { prose } = paragraph
  return BYLINE.test(prose) || CREDIT.test(visible(prose)) || isLeadIn(prose)
}

/** Nothing but links: a signpost, or an entry in a list of sources. */
function isLinks(source: string): boolean {
  return source.includes('](') || source.includes('://') ? !WORDS.test(source.replace(LINK, '')) : false
}

function isLeadIn(prose: string): boolean {
  const text = visible(prose).trimEnd()
  return text.endsWith(':') && text.split(/\s+/).length < LEAD_IN_WORDS
}
