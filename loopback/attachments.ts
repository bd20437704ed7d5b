// Serves the files that readers attach.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { snowflake } from './people.ts';
import type { FileSent } from './wire.ts';

/** A file that came along with a command, as Discord tells of it. */
export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
  readonly content_type: string;
  readonly ephemeral: boolean;
}

/** The files that readers attached, which are served for a while, as Discord serves them from a host of its own. */
export interface Attachments {
  add(file: FileSent): Attachment;
  /** As when its address has expired. */
  expire(id: string): void;
  /** Answers a request for one; false where the request is for something else. */
  serve(request: IncomingMessage, response: ServerResponse): boolean;
}

const PATH = /^\/attachments\/\d+\/(\d+)\//;

/** `origin` is where they are served: `http://127.0.0.1:…`. */
export function createAttachments(origin: () => string): Attachments {
  const files = new Map<string, FileSent>();
  return {
    add(file) {
      const { filename, content } = file;
      const id = snowflake();
      files.set(id, file);
      const url = `${origin()}/attachments/${snowflake()}/${id}/${encodeURIComponent(filename)}?ex=1&is=1&hm=1`;
      return {
        id,
        filename,
        size: content.length,
        url,
        proxy_url: url,
        content_type: 'application/octet-stream',
        ephemeral: true,
      };
    },
    expire: (id) => void files.delete(id),
    serve({ url = '' }, response) {
      const id = PATH.exec(url)?.[1];
      if (id === undefined) return false;
      const file = files.get(id);
      if (file) response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.content);
      else response.writeHead(404).end('This content is no longer available.');
      return true;
    },
  };
}
