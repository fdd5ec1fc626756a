// Starts the servers under load and the load tool, and watches what they cost.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = (project, name) => `${root}${project}/bin/Release/net10.0/${name}.dll`;
const ticksPerSecond = 100;
const children = new Set();
process.on('exit', () => children.forEach(child => child.kill('SIGKILL')));

export async function start(project, name, url, settings = {}) {
    const env = { ...process.env, ASPNETCORE_URLS: url, DOTNET_CLI_TELEMETRY_OPTOUT: '1', ...settings };
    const child = spawn('dotnet', [built(project, name)], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    children.add(child);
    const ended = new Promise(resolve => child.once('exit', resolve));
    for (let attempt = 0; !(await answers(url)); attempt++) {
        if (attempt === 600 || child.exitCode !== null) throw new Error(`${name} did not start at ${url}.`);
        await pause(100);
    }
    return {
        url,
        cpuSeconds: () => cpuSeconds(child.pid),
        residentKiB: () => residentKiB(child.pid),
        stop: () => (child.kill('SIGTERM'), ended),
    };
}

/** Runs the tool; gives its figures with the processor time the tool took itself. */
export async function load(url, bot, { connections, rate, seconds, messages }, during = async () => {}) {
    const args = ['load', '--url', url, '--bot', bot, '--connections', connections, '--rate', rate, '--seconds', seconds, '--json'];
    if (messages) args.push('--messages', messages);
    const child = spawn('dotnet', [built('src/Dialog.Cli', 'dialog'), ...args.map(String)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [output, errors, toolCpuSeconds] = ['', '', 0];
    child.stdout.on('data', part => (output += part));
    child.stderr.on('data', part => (errors += part));
    const watch = setInterval(() => (toolCpuSeconds = cpuSeconds(child.pid) ?? toolCpuSeconds), 200);
    const ended = new Promise(resolve => child.once('close', resolve));
    await during(() => errors, ended);
    await ended;
    clearInterval(watch);
    if (!output.startsWith('{')) throw new Error(errors);
    return { ...JSON.parse(output), toolCpuSeconds };
}

export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

async function answers(url) {
    try {
        await fetch(`${url}/health/ready`);
        return true;
    } catch {
        return false;
    }
}

function cpuSeconds(pid) {
    const fields = read(`/proc/${pid}/stat`)?.replace(/^.*\) /s, '').split(' ');
    return fields && (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

const residentKiB = pid => Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? '')?.[1]);

function read(path) {
    try {
        return readFileSync(path, 'utf8');
    } catch {
        return undefined;
    }
}
