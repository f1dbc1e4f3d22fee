/** Switches that Electron needs on this machine, each with its reason. */
export function electronArguments(env: NodeJS.ProcessEnv, say: (line: string) => void): string[] {
  if (process.platform !== 'linux') return [];
  const switches: string[] = [];
  if (process.getuid?.() === 0) {
    say("Running as root, which Chromium's sandbox refuses: it is off (--no-sandbox)");
    switches.push('--no-sandbox');
  }
  if (env.WAYLAND_DISPLAY && !env.DISPLAY) switches.push('--ozone-platform=wayland');
  return switches;
}
