// Loads the desk when it is first used.
import type { Desk } from './desk.ts';

/** A desk that is made when something is first done at it: what takes texts in is loaded then, not when a bot starts. */
export function deskOnDemand(make: () => Promise<Desk>): Desk {
  let made: Promise<Desk> | undefined;
  const desk = (): Promise<Desk> => {
    made ??= make();
    return made;
  };
  return {
    add: async (...wanted) => (await desk()).add(...wanted),
    choose: async (...chosen) => (await desk()).choose(...chosen),
    refresh: async (...article) => (await desk()).refresh(...article),
    details: async (...draft) => (await desk()).details(...draft),
    amend: async (...told) => (await desk()).amend(...told),
    publish: async (...draft) => (await desk()).publish(...draft),
    discard: async (...draft) => (await desk()).discard(...draft),
    held: async (scope) => (await desk()).held(scope),
    files: async (scope) => (await desk()).files(scope),
    remove: async (...article) => (await desk()).remove(...article),
    forget: async (scope) => (await desk()).forget(scope),
    teach: async (...answer) => (await desk()).teach(...answer),
    unteach: async (...answer) => (await desk()).unteach(...answer),
  };
}
