/**
 * Lines that stand in many a story and are no prose of it: bylines, credits, notices and signposts
 * ("By Ann Hale in Oslo", "Photograph: Lee Wood", "Read more: …").
 */
const CREDIT =
  /^\W*((photos?|photographs?|pictures?|images?|illustrations?|video|credits?|sources?|published|updated|posted|see also|related|correction)\s*(:|by\b)|(additional )?(reporting|writing|editing) by\b|(written|edited|translated|compiled) by\b|copyright\b|©|all rights reserved|read more\b|more on\b|sign up\b|subscribe\b|follow us\b|advertisement\b)/i

/** "By Ann Hale", but not "By 1980, we knew it was time." */
const BYLINE = /^\W*[Bb][Yy]\s+\p{Lu}[^.!?]*$/u
const LONGEST = 160

export function isCreditLine(prose: string): boolean {
  return prose.length <= LONGEST && (BYLINE.test(prose) || CREDIT.test(prose))
}
