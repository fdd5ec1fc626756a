-- A messenger's account connected to a bot. Tokens and proxies come sealed; of the webhook's secrets only hashes are kept.
CREATE TABLE channels (
    id             TEXT    NOT NULL PRIMARY KEY,
    bot_id         TEXT    NOT NULL REFERENCES bots (id),
    provider       TEXT    NOT NULL,
    account        BIGINT  NOT NULL,
    name           TEXT    NOT NULL,
    username       TEXT    NOT NULL,
    token          TEXT    NOT NULL,
    base_address   TEXT    NULL,
    file_address   TEXT    NULL,
    proxy          TEXT    NULL,
    receiving      TEXT    NOT NULL,
    public_address TEXT    NULL,
    hook_key       TEXT    NULL UNIQUE,
    hook_secret    TEXT    NULL,
    is_on          BOOLEAN NOT NULL,
    picture        {blob}  NULL,
    connected_at   BIGINT  NOT NULL,
    last_update_at BIGINT  NULL,
    UNIQUE (provider, account),
    UNIQUE (bot_id, provider)
);

-- What a messenger handed over, kept before it is confirmed. The body goes once it was taken, the id stays for a
-- while so that a repeat is known.
CREATE TABLE updates (
    channel_id  TEXT   NOT NULL REFERENCES channels (id),
    update_id   BIGINT NOT NULL,
    bot_id      TEXT   NOT NULL,
    chat        BIGINT NOT NULL,
    message     BIGINT NULL,
    body        TEXT   NULL,
    received_at BIGINT NOT NULL,
    taken_at    BIGINT NULL,
    PRIMARY KEY (channel_id, update_id)
);
CREATE INDEX updates_waiting ON updates (channel_id, chat, update_id) WHERE taken_at IS NULL;
CREATE INDEX updates_by_message ON updates (channel_id, chat, message) WHERE message IS NOT NULL;
CREATE INDEX updates_by_age ON updates (received_at);

-- A person's private chat, the conversation it carries, and how far that has been sent.
CREATE TABLE chats (
    id              TEXT   NOT NULL PRIMARY KEY,
    bot_id          TEXT   NOT NULL REFERENCES bots (id),
    channel_id      TEXT   NOT NULL REFERENCES channels (id),
    chat            BIGINT NOT NULL,
    conversation_id TEXT   NOT NULL REFERENCES conversations (id),
    name            TEXT   NOT NULL,
    username        TEXT   NULL,
    unreachable     TEXT   NULL,
    sent            BIGINT NOT NULL,
    seen_at         BIGINT NOT NULL,
    UNIQUE (channel_id, chat)
);
CREATE INDEX chats_by_conversation ON chats (conversation_id, seen_at);

-- An event on its way to a chat, while it is not simply there: in part, late, or failed.
CREATE TABLE deliveries (
    chat_id         TEXT    NOT NULL REFERENCES chats (id),
    sequence        BIGINT  NOT NULL,
    bot_id          TEXT    NOT NULL,
    conversation_id TEXT    NOT NULL,
    pieces          INTEGER NOT NULL,
    tries           INTEGER NOT NULL,
    state           TEXT    NULL,
    problem         TEXT    NULL,
    since           BIGINT  NOT NULL,
    PRIMARY KEY (chat_id, sequence)
);
CREATE INDEX deliveries_by_conversation ON deliveries (conversation_id);
