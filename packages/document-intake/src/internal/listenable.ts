import type { IntakeEvent } from '../events.js';
import type { Examination, IntakeReport } from '../examination.js';

/** Starts the work; its events wait in a stream for whoever listens. */
export function listenable(work: (emit: (event: IntakeEvent) => void) => Promise<IntakeReport>): Examination {
  let report: Promise<IntakeReport> | undefined;
  const events = new ReadableStream<IntakeEvent>({
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
  return { report: report as Promise<IntakeReport>, [Symbol.asyncIterator]: () => events.values() };
}
