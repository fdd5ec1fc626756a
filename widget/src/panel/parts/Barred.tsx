import { Icon } from './Icon';

/** There is nothing to chat with; says why, and what to do. */
export function Barred({ title, detail }: { title: string; detail: string }) {
  return (
    <div class="barred" role="alert">
      <Icon name="alert" />
      <h2 dir="auto">{title}</h2>
      <p dir="auto">{detail}</p>
    </div>
  );
}
