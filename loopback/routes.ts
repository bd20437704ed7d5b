// All routes that a bot of slash commands uses.
import type { Answers, Result } from './answers.ts';
import { commandRoutes } from './command-routes.ts';
import type { Commands } from './commands.ts';
import { REFUSALS, type Refusal } from './refusal.ts';
import type { Reply, Route } from './rest.ts';
import type { Message, User } from './wire.ts';

export interface RouteFacts {
  readonly bot: User;
  readonly owner: User;
  readonly applicationId: string;
  readonly guildId: string;
  readonly globalCommands: Commands;
  readonly guildCommands: Commands;
  readonly answers: Answers;
  readonly gatewayUrl: () => string;
  readonly identifies: () => number;
}

/** What a bot of slash commands asks of Discord's REST interface, version 10. */
export function routesOf(facts: RouteFacts): readonly Route[] {
  const { answers, applicationId } = facts;
  const me = (): Reply => ({ status: 200, body: application(facts) });
  const webhook = (app: string | undefined, answer: () => Result<Message> | Result<null>): Reply => {
    if (app !== applicationId) return { refused: REFUSALS.unknownWebhook };
    const result = answer();
    if (result === null) return { status: 204 };
    return 'refused' in result ? result : { status: 200, body: result };
  };
  const inApplication = (app: string | undefined, answer: () => Reply): Reply =>
    app === applicationId ? answer() : { refused: REFUSALS.unknownApplication };

  return [
    { method: 'GET', path: '/users/@me', answer: () => ({ status: 200, body: account(facts.bot) }) },
    { method: 'GET', path: '/applications/@me', answer: me },
    { method: 'GET', path: '/oauth2/applications/@me', answer: me },
    {
      method: 'GET',
      path: '/gateway',
      open: true,
      answer: () => ({ status: 200, body: { url: facts.gatewayUrl() } }),
    },
    {
      method: 'GET',
      path: '/gateway/bot',
      answer: () => ({
        status: 200,
        body: {
          url: facts.gatewayUrl(),
          shards: 1,
          session_start_limit: {
            total: 1000,
            remaining: Math.max(0, 1000 - facts.identifies()),
            reset_after: 86_400_000,
            max_concurrency: 1,
          },
        },
      }),
    },
    ...commandRoutes('/applications/:app/commands', ({ app }, answer) =>
      inApplication(app, () => answer(facts.globalCommands)),
    ),
    ...commandRoutes('/applications/:app/guilds/:guild/commands', ({ app, guild }, answer) =>
      inApplication(app, () =>
        guild === facts.guildId ? answer(facts.guildCommands) : { refused: REFUSALS.missingAccess },
      ),
    ),
    {
      method: 'POST',
      path: '/interactions/:id/:token/callback',
      open: true,
      answer: ({ id = '', token = '' }, { body, query }) => {
        const result = answers.callback(id, token, body);
        if ('refused' in result) return result as { refused: Refusal };
        return query.with_response === 'true' ? { status: 200, body: result } : { status: 204 };
      },
    },
    {
      method: 'POST',
      path: '/webhooks/:app/:token',
      open: true,
      answer: ({ app, token = '' }, { body }) => webhook(app, () => answers.followUp(token, body)),
    },
    {
      method: 'GET',
      path: '/webhooks/:app/:token/messages/:id',
      open: true,
      answer: ({ app, token = '', id = '' }) => webhook(app, () => answers.get(token, id)),
    },
    {
      method: 'PATCH',
      path: '/webhooks/:app/:token/messages/:id',
      open: true,
      answer: ({ app, token = '', id = '' }, { body, files }) =>
        webhook(app, () => answers.edit(token, id, body, files)),
    },
    {
      method: 'DELETE',
      path: '/webhooks/:app/:token/messages/:id',
      open: true,
      answer: ({ app, token = '', id = '' }) => webhook(app, () => answers.delete(token, id)),
    },
  ];
}

function account(bot: User): object {
  return { ...bot, mfa_enabled: false, locale: 'en-US', verified: true, email: null };
}

function application({ applicationId, bot, owner }: RouteFacts): object {
  return {
    id: applicationId,
    name: bot.global_name,
    icon: null,
    description: '',
    type: null,
    flags: 0,
    flags_new: '0',
    bot,
    bot_public: true,
    bot_require_code_grant: false,
    integration_types_config: { 0: {}, 1: {} },
    verify_key: '0'.repeat(64),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner,
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  };
}
