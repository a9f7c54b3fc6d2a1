import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Says what is wrong with a request in which GraphQL finds no query: its type, or JSON in it that is none. */
export function useReadableRequests(): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser }) {
      if (request.method === 'POST' && requestParser === undefined) {
        throw refusal(
          415,
          'content-type must be application/json, application/graphql or application/x-www-form-urlencoded.',
        );
      }
      if (requestParser === undefined) return;
      setRequestParser(async (readable) => {
        try {
          return await requestParser(readable);
        } catch (error) {
          if (error instanceof SyntaxError) throw refusal(400, 'variables and extensions must be JSON.');
          throw error;
        }
      });
    },
  };
}

function refusal(status: number, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { http: { status } } });
}
