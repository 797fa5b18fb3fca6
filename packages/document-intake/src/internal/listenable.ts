/** Starts the work; its events wait in a stream for whoever listens. */
export function listenable<Event, Report>(
  work: (emit: (event: Event) => void) => Promise<Report>,
): AsyncIterable<Event> & { readonly report: Promise<Report> } {
  let report: Promise<Report> | undefined;
  const events = new ReadableStream<Event>({
    start(controller) {
      let listening = true;
      report = work((event) => listening && controller.enqueue(event));
      report.then(
        () => listening && controller.close(),
        (error) => listening && controller.error(error),
      );
      this.cancel = () => {
        listening = false;
      };
    },
  });
  // A listener gets the error from the stream; who only listens must not be told a second time.
  report?.catch(() => {});
  return { report: report as Promise<Report>, [Symbol.asyncIterator]: () => events.values() };
}
