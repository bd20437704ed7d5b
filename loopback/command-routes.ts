// REST routes for registering commands.
import type { Commands } from './commands.ts';
import { REFUSALS } from './refusal.ts';
import type { Reply, Route } from './rest.ts';

type Params = Readonly<Record<string, string>>;

/** The routes of one place's commands; `within` finds the place, or refuses. */
export function commandRoutes(
  path: string,
  within: (params: Params, answer: (commands: Commands) => Reply) => Reply,
): Route[] {
  return [
    {
      method: 'GET',
      path,
      answer: (params, { query }) =>
        within(params, (commands) => ({
          status: 200,
          body: commands.list(query.with_localizations === 'true'),
        })),
    },
    {
      method: 'PUT',
      path,
      answer: (params, { body }) =>
        within(params, (commands) => {
          const outcome = commands.overwrite(body);
          return 'refused' in outcome ? outcome : { status: 200, body: outcome.done };
        }),
    },
    {
      method: 'POST',
      path,
      answer: (params, { body }) =>
        within(params, (commands) => {
          const outcome = commands.create(body);
          if ('refused' in outcome) return outcome;
          return { status: outcome.created ? 201 : 200, body: outcome.done };
        }),
    },
    {
      method: 'GET',
      path: `${path}/:command`,
      answer: (params) =>
        within(params, (commands) => {
          const command = commands.get(params.command ?? '');
          return command ? { status: 200, body: command } : { refused: REFUSALS.unknownCommand };
        }),
    },
    {
      method: 'PATCH',
      path: `${path}/:command`,
      answer: (params, { body }) =>
        within(params, (commands) => {
          const outcome = commands.edit(params.command ?? '', body);
          return 'refused' in outcome ? outcome : { status: 200, body: outcome.done };
        }),
    },
    {
      method: 'DELETE',
      path: `${path}/:command`,
      answer: (params) =>
        within(params, (commands) =>
          commands.delete(params.command ?? '') ? { status: 204 } : { refused: REFUSALS.unknownCommand },
        ),
    },
  ];
}
