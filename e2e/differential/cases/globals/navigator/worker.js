export default {
  async fetch() {
    const { userAgent, languages, language } = navigator;
    return Response.json({
      userAgent,
      language: typeof language,
      languages: Array.isArray(languages),
      cores: typeof navigator.hardwareConcurrency,
      platform: typeof navigator.platform,
      keys: Object.keys(navigator).sort(),
      tag: String(navigator),
      isNavigator: navigator instanceof Navigator,
      gone: ['appVersion', 'onLine', 'permissions', 'serviceWorker'].filter((name) => name in navigator),
    });
  },
};
