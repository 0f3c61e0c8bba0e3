/** Something that stands in the way of the work, in words for the user; `path` names the thing, if it is a file. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly path?: string,
  ) {
    super(message)
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read (permission denied)',
  EPERM: 'it may not be read (not permitted)',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EMFILE: 'too many files are open',
  EROFS: 'it stands on a read-only disk',
  ENOSPC: 'the disk is full',
}

/** What went wrong with a file, without a stack trace. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return (code && REASONS[code]) ?? message
}
