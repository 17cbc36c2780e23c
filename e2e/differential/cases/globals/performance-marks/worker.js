export default {
  async fetch() {
    const mark = performance.mark('here', { detail: { a: 1 } });
    const measure = performance.measure('since', 'here');
    return Response.json({
      mark: [mark.name, mark.entryType, mark.duration, mark.detail, mark instanceof PerformanceMark],
      measure: [measure.name, measure.entryType, measure instanceof PerformanceEntry],
      all: performance.getEntries().map(({ name }) => name),
      byType: performance.getEntriesByType('mark').length,
      cleared: (performance.clearMarks(), performance.getEntriesByType('mark').length),
    });
  },
};
