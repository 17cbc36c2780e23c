// How the page looks: a script of its own that runs before anything is painted, so that the page never
// shows another theme first. It alone sets the attributes that app/ui/tokens.css goes by.
// app/look/look.ts keeps the choice and announces each change of it. An embed's address says how it looks.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');
  const asked = new URLSearchParams(location.search);
  let chosen = {};
  if (asked.has('embed')) chosen = { theme: asked.get('theme') ?? 'system' };
  else {
    try {
      chosen = JSON.parse(localStorage.getItem('isolab:look') ?? '{}').state ?? {};
    } catch {
      // Shut, or not ours: the system's look.
    }
  }

  const apply = () => {
    const { theme = 'system', screen = 'laptop' } = chosen;
    const isDark = theme === 'dark' || (theme !== 'light' && dark.matches);
    const hasContrast = theme === 'contrast' || (theme === 'system' && contrast.matches);
    const { dataset } = document.documentElement;
    dataset.theme = isDark ? 'dark' : 'light';
    dataset.contrast = hasContrast ? 'more' : 'normal';
    dataset.screen = screen;
  };

  apply();
  dark.addEventListener('change', apply);
  contrast.addEventListener('change', apply);
  addEventListener('isolab:look', ({ detail }) => {
    chosen = detail;
    apply();
  });
})();
