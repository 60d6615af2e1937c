import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As much of S3 and EC2 as listing, describing and dry runs need; it keeps nothing and remembers what it was asked. */
export interface AwsApi extends AsyncDisposable {
  readonly url: string;
  readonly asked: readonly string[];
  readonly keys: ReadonlySet<string>;
}

export async function startAwsApi(objects: Readonly<Record<string, number>>): Promise<AwsApi> {
  const asked: string[] = [];
  const keys = new Set<string>();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const url = new URL(request.url ?? '/', 'http://localhost');
    asked.push(`${request.method} ${request.url} ${body}`);
    keys.add(/Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '');
    const send = (status: number, xml: string) =>
      response.writeHead(status, { 'content-type': 'text/xml' }).end(`<?xml version="1.0"?>${xml}`);
    const form = new URLSearchParams(body);
    if (request.method === 'GET' && url.searchParams.get('list-type') === '2')
      send(200, listing(objects, url.searchParams));
    else if (form.get('Action') === 'DescribeInstances') send(200, INSTANCES);
    else if (form.get('DryRun') === 'true') send(412, ec2Error('DryRunOperation'));
    else send(500, ec2Error('InternalError'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    keys,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listing(objects: Readonly<Record<string, number>>, query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const names = Object.keys(objects)
    .filter((name) => name.startsWith(prefix))
    .sort();
  const start = Number(query.get('continuation-token') ?? '0');
  const page = names.slice(start, start + 1000);
  const next = start + 1000 < names.length ? `<NextContinuationToken>${start + 1000}</NextContinuationToken>` : '';
  const contents = page.map((name) => `<Contents><Key>${name}</Key><Size>${objects[name]}</Size></Contents>`).join('');
  return `<ListBucketResult><KeyCount>${page.length}</KeyCount><IsTruncated>${next !== ''}</IsTruncated>${contents}${next}</ListBucketResult>`;
}

const INSTANCES =
  '<DescribeInstancesResponse><reservationSet><item><instancesSet><item><instanceId>i-0a1b</instanceId><instanceType>m5.large</instanceType>' +
  '<instanceState><name>running</name></instanceState><launchTime>2026-01-02T03:04:05.000Z</launchTime>' +
  '</item></instancesSet></item></reservationSet></DescribeInstancesResponse>';

function ec2Error(code: string): string {
  return `<Response><Errors><Error><Code>${code}</Code><Message>said the test</Message></Error></Errors><RequestID>1</RequestID></Response>`;
}
