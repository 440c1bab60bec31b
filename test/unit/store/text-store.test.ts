import { storeConformance } from '../../conformance/store';
import { TextStore } from '../../fakes/text-store';

storeConformance('the fake', async () => {
  let now = Date.UTC(2026, 3, 1, 3);
  const store = new TextStore(() => now);
  return {
    store,
    beside: async () => store,
    passTime: async (milliseconds) => {
      now += milliseconds;
    },
    end: () => store.close(),
  };
});
