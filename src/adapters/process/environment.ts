/** What programs need to start and to speak the user's language. Tokens and everything else stay with us. */
const HANDED_ON =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_[A-Z]+|TZ|TMPDIR|TEMP|TMP|VIRTUAL_ENV|CONDA_PREFIX|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMFILES|PROGRAMDATA|NUMBER_OF_PROCESSORS|PROCESSOR_ARCHITECTURE)$/i

/** The environment of a command: what is handed on of ours, and the given variables. */
export function commandEnvironment(
  own: NodeJS.ProcessEnv,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept = Object.entries(own).filter(
    (entry): entry is [string, string] => HANDED_ON.test(entry[0]) && entry[1] !== undefined,
  )
  return { ...Object.fromEntries(kept), ...given }
}
