import cronstrue from 'cronstrue';

/** What a cron line means, in words; or what is wrong with it. */
export function cronWords(cron: string): { readonly words: string } | { readonly problem: string } {
  const parts = cron.trim().split(/\s+/);
  if (parts.length !== 5) {
    return {
      problem: `A cron line has 5 parts (minute, hour, day of the month, month, day of the week); this one has ${parts.length}.`,
    };
  }
  try {
    // On Cloudflare the days of the week are 1 to 7, from Sunday on.
    const words = cronstrue.toString(cron.trim(), {
      dayOfWeekStartIndexZero: false,
      use24HourTimeFormat: true,
      verbose: true,
    });
    return { words: `${words} (UTC)` };
  } catch (error) {
    return { problem: String(error).replace(/^Error: /, '') };
  }
}
