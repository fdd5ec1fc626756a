-- {blob} stands for the database's type of bytes. Times are UTC milliseconds.

CREATE TABLE users (
    id              TEXT    NOT NULL PRIMARY KEY,
    email           TEXT    NOT NULL,
    email_key       TEXT    NOT NULL UNIQUE,
    name            TEXT    NOT NULL,
    language        TEXT    NOT NULL,
    password_hash   TEXT    NOT NULL,
    security_stamp  TEXT    NOT NULL,
    failed_sign_ins INTEGER NOT NULL,
    locked_until    BIGINT  NULL,
    created_at      BIGINT  NOT NULL
);

CREATE TABLE bots (
    id          TEXT             NOT NULL PRIMARY KEY,
    public_key  TEXT             NOT NULL UNIQUE,
    name        TEXT             NOT NULL,
    language    TEXT             NOT NULL,
    greeting    TEXT             NOT NULL,
    wrong_share DOUBLE PRECISION NOT NULL,
    revision    BIGINT           NOT NULL,
    created_at  BIGINT           NOT NULL
);

CREATE TABLE members (
    bot_id     TEXT   NOT NULL REFERENCES bots (id),
    user_id    TEXT   NOT NULL REFERENCES users (id),
    role       TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (bot_id, user_id)
);
CREATE INDEX members_by_user ON members (user_id);

CREATE TABLE invitations (
    token_hash TEXT   NOT NULL PRIMARY KEY,
    bot_id     TEXT   NOT NULL REFERENCES bots (id),
    role       TEXT   NOT NULL,
    invited_by TEXT   NOT NULL REFERENCES users (id),
    expires_at BIGINT NOT NULL
);

CREATE TABLE intents (
    id         TEXT   NOT NULL PRIMARY KEY,
    bot_id     TEXT   NOT NULL REFERENCES bots (id),
    title      TEXT   NOT NULL,
    answer     TEXT   NOT NULL,
    position   BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX intents_by_bot ON intents (bot_id, position);

CREATE TABLE examples (
    bot_id    TEXT    NOT NULL,
    intent_id TEXT    NOT NULL REFERENCES intents (id),
    position  INTEGER NOT NULL,
    text      TEXT    NOT NULL,
    PRIMARY KEY (intent_id, position)
);
CREATE INDEX examples_by_bot ON examples (bot_id);

CREATE TABLE models (
    bot_id       TEXT    NOT NULL REFERENCES bots (id),
    version      INTEGER NOT NULL,
    revision     BIGINT  NOT NULL,
    bytes        {blob}  NOT NULL,
    intents      INTEGER NOT NULL,
    examples     INTEGER NOT NULL,
    milliseconds BIGINT  NOT NULL,
    trained_at   BIGINT  NOT NULL,
    PRIMARY KEY (bot_id, version)
);

CREATE TABLE visitors (
    id         TEXT   NOT NULL PRIMARY KEY,
    bot_id     TEXT   NOT NULL REFERENCES bots (id),
    number     BIGINT NOT NULL,
    token_hash TEXT   NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    UNIQUE (bot_id, number)
);

-- The head of a conversation: the fold of its events, kept beside them in the same transaction.
CREATE TABLE conversations (
    id               TEXT   NOT NULL PRIMARY KEY,
    bot_id           TEXT   NOT NULL REFERENCES bots (id),
    visitor_id       TEXT   NOT NULL REFERENCES visitors (id),
    channel          TEXT   NOT NULL,
    state            TEXT   NOT NULL,
    agent_id         TEXT   NULL,
    agent_name       TEXT   NULL,
    last             BIGINT NOT NULL,
    preview          TEXT   NOT NULL,
    waiting_since    BIGINT NULL,
    unanswered_since BIGINT NULL,
    updated_at       BIGINT NOT NULL
);
CREATE INDEX conversations_unanswered ON conversations (unanswered_since) WHERE unanswered_since IS NOT NULL;
CREATE INDEX conversations_by_bot ON conversations (bot_id, state, updated_at);
CREATE INDEX conversations_by_visitor ON conversations (visitor_id);

CREATE TABLE events (
    conversation_id TEXT   NOT NULL REFERENCES conversations (id),
    sequence        BIGINT NOT NULL,
    bot_id          TEXT   NOT NULL,
    at              BIGINT NOT NULL,
    kind            TEXT   NOT NULL,
    author          TEXT   NOT NULL,
    author_id       TEXT   NULL,
    author_name     TEXT   NULL,
    client_id       TEXT   NULL,
    text            TEXT   NULL,
    data            TEXT   NULL,
    PRIMARY KEY (conversation_id, sequence)
);
CREATE UNIQUE INDEX events_by_client ON events (conversation_id, client_id) WHERE client_id IS NOT NULL;

CREATE TABLE keys (
    name TEXT NOT NULL PRIMARY KEY,
    xml  TEXT NOT NULL
);

-- One row, written by every readiness check: ready means that the disk takes what is saved.
CREATE TABLE heartbeat (
    id INTEGER NOT NULL PRIMARY KEY,
    at BIGINT  NOT NULL
);
