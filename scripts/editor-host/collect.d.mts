export const collectFiles: (path: string) => Promise<{
  readonly files: ReadonlyMap<string, string>
  readonly folder: string
  readonly open: string | undefined
}>
