/**
 * What Slack and GitHub answer, in their documented shapes, with people of our own.
 *
 * Slack: the user object and the usergroup object of docs.slack.dev/reference/objects, as `users.list`, `usergroups.list` and
 * the users.json of an export give them (2026). GitHub: "List organization members", "List team members", "Get a user" and
 * "List public keys for a user" of docs.github.com/rest, `externalIdentities` of its GraphQL reference (2026).
 */

export const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGQ+GJOdFvitVv5lkO6IKqgClosOhonXUW54/ZdHlfd2';

/** A user object; `more` replaces fields. */
export function slackUser(id: string, name: string, email: string | undefined, more: object = {}): object {
  return {
    id,
    team_id: 'T012AB3C4',
    name,
    deleted: false,
    color: '9f69e7',
    real_name: `${name} Example`,
    tz: 'America/Los_Angeles',
    tz_label: 'Pacific Daylight Time',
    tz_offset: -25200,
    profile: {
      title: '',
      phone: '',
      skype: '',
      real_name: `${name} Example`,
      real_name_normalized: `${name} Example`,
      display_name: name,
      display_name_normalized: name,
      status_text: '',
      status_emoji: '',
      avatar_hash: 'e3b51ca72dee',
      ...(email === undefined ? {} : { email }),
      image_24: 'https://example.com/24.jpg',
      team: 'T012AB3C4',
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: false,
    updated: 1502138686,
    is_app_user: false,
    has_2fa: false,
    ...more,
  };
}

export const SLACK_USERS = [
  slackUser('U0ALICE01', 'alice', 'Alice@Example.com'),
  slackUser('U0BOB0001', 'bob', 'bob@example.com'),
  slackUser('U0GONE001', 'carol', 'carol@example.com', { deleted: true }),
  slackUser('U0GUEST01', 'dora', 'dora@partner.example', { is_restricted: true }),
  slackUser('U0GUEST02', 'emil', 'emil@partner.example', { is_restricted: true, is_ultra_restricted: true }),
  slackUser('U0STRANGE', 'fay', undefined, { is_stranger: true }),
  slackUser('U0INVITED', 'gus', 'gus@example.com', { is_invited_user: true }),
  slackUser('U0BOT0001', 'deploybot', undefined, { is_bot: true }),
  // Slackbot is a bot, and its `is_bot` says it is not.
  slackUser('USLACKBOT', 'slackbot', undefined),
  slackUser('W0NOMAIL1', 'zoë', undefined),
];

export const SLACK_USERGROUPS = {
  ok: true,
  usergroups: [
    {
      id: 'S0614TZR7',
      team_id: 'T012AB3C4',
      is_usergroup: true,
      name: 'Operations',
      description: '',
      handle: 'sre',
      is_external: false,
      date_create: 1446598059,
      date_update: 1446670362,
      date_delete: 0,
      auto_type: null,
      created_by: 'U0ALICE01',
      updated_by: 'U0ALICE01',
      deleted_by: null,
      prefs: { channels: [], groups: [] },
      users: ['U0ALICE01', 'U0GONE001', 'U0BOB0001', 'U0NOBODY1'],
      user_count: '4',
    },
    {
      id: 'S0000OLD1',
      team_id: 'T012AB3C4',
      is_usergroup: true,
      name: 'Old',
      description: '',
      handle: 'old',
      is_external: false,
      date_create: 1446598059,
      date_update: 1446670362,
      date_delete: 1446670363,
      users: ['U0BOB0001'],
    },
  ],
};

/** A user in a list of members. */
export function githubMember(login: string, id: number, type = 'User'): object {
  return {
    login,
    id,
    node_id: `MDQ6VXNlcj${id}`,
    avatar_url: 'https://example.com/avatar.gif',
    gravatar_id: '',
    url: `https://api.github.com/users/${login}`,
    html_url: `https://github.com/${login}`,
    type,
    user_view_type: 'public',
    site_admin: false,
  };
}

export const GITHUB_MEMBERS = [
  githubMember('Alice-GH', 1),
  githubMember('bobby', 2),
  githubMember('ci-bot[bot]', 3, 'Bot'),
];

/** What `gh api orgs/ORG/teams/platform/members --jq '{platform: .}'` prints of two pages. */
export const GITHUB_TEAM_PAGES = `${JSON.stringify({ platform: [githubMember('Alice-GH', 1)] })}\n${JSON.stringify({ platform: [githubMember('bobby', 2)] })}\n`;

export const GITHUB_USER = {
  ...githubMember('alice-gh', 1),
  name: 'Alice Example',
  email: null,
  hireable: null,
  bio: null,
};

/** The keys of a user, with the login that GitHub's answer leaves out. */
export const GITHUB_KEYS = { login: 'bobby', ssh_keys: [{ id: 1, key: KEY, created_at: '2024-05-01T00:00:00Z' }] };

export const GITHUB_SAML = {
  data: {
    organization: {
      samlIdentityProvider: {
        externalIdentities: {
          totalCount: 3,
          pageInfo: { hasNextPage: false, endCursor: 'Y3Vyc29yOnYy' },
          edges: [
            { node: { user: { login: 'alice-gh' }, samlIdentity: { nameId: 'alice@example.com' } } },
            {
              node: {
                user: { login: 'bobby' },
                samlIdentity: { nameId: 'b-4711', emails: [{ value: 'Bob@Example.com' }] },
              },
            },
            { node: { user: null, samlIdentity: { nameId: 'new@example.com' } } },
          ],
        },
      },
    },
  },
};
