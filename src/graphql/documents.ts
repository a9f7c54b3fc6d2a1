import {
  type DocumentNode,
  GraphQLError,
  Lexer,
  type ParseOptions,
  Source,
  type Token,
  TokenKind,
} from 'graphql';
import type { Plugin, YogaServerOptions } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

/** What parsed documents may take together, in bytes. */
const CACHE_BYTES = 32 * 1024 * 1024;

/** What a parsed document takes for each token, in bytes: measured are up to 490, with graphql 16.15 on Node 26. */
const TOKEN_BYTES = 600;

/** Introspection has 300 tokens. Validation compares fields with each other, so its work grows with the square. */
const MAX_TOKENS = 5000;

/** Brackets within brackets. Parser, rules and executor call themselves once a level. */
const MAX_NESTING = 100;

/** In characters. Each of the hundred errors of an invalid document may repeat a name. */
const MAX_NAME = 200;

/** Documents that were parsed, by their text. */
export class DocumentCache {
  readonly #documents = new LRUCache<string, DocumentNode>({
    maxSize: CACHE_BYTES,
    sizeCalculation: (document, text) => text.length * 2 + countTokens(document) * TOKEN_BYTES,
  });

  /** For yoga: what it keeps of documents. Of a document that it cannot parse nothing is kept. */
  readonly option: NonNullable<YogaServerOptions<object, object>['parserAndValidationCache']> = {
    documentCache: {
      get: (text) => this.#documents.get(text),
      set: (text, document) => this.#documents.set(text, document),
    },
    errorCache: { get: () => undefined, set: () => undefined },
  };

  /** Refuses a document that is too large before it is parsed. */
  readonly plugin: Plugin = {
    onParse: ({ parseFn, setParseFn }) => {
      setParseFn((source: string | Source, options?: ParseOptions) => {
        checkExtent(typeof source === 'string' ? new Source(source) : source);
        return parseFn(source, options);
      });
    },
  };
}

/** Throws where a document has too many tokens, or nests too deep, or has too long a name, or is none. */
function checkExtent(source: Source): void {
  const lexer = new Lexer(source);
  let nesting = 0;
  for (
    let count = 0, token = lexer.advance();
    token.kind !== TokenKind.EOF;
    count += 1, token = lexer.advance()
  ) {
    nesting += nestingOf(token);
    if (count >= MAX_TOKENS) throw new GraphQLError(`A document must have at most ${MAX_TOKENS} tokens.`);
    if (token.kind === TokenKind.NAME && token.end - token.start > MAX_NAME) {
      throw new GraphQLError(`A name in a document must have at most ${MAX_NAME} characters.`);
    }
    if (nesting > MAX_NESTING) {
      throw new GraphQLError(`A document must not nest brackets more than ${MAX_NESTING} deep.`);
    }
  }
}

function nestingOf({ kind }: Token): number {
  switch (kind) {
    case TokenKind.BRACE_L:
    case TokenKind.BRACKET_L:
    case TokenKind.PAREN_L:
      return 1;
    case TokenKind.BRACE_R:
    case TokenKind.BRACKET_R:
    case TokenKind.PAREN_R:
      return -1;
    default:
      return 0;
  }
}

function countTokens({ loc }: DocumentNode): number {
  let count = 0;
  for (let token = loc?.startToken ?? null; token !== null; token = token.next) count += 1;
  return count;
}
