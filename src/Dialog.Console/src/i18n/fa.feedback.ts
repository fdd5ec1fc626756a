import type { feedbackTexts as english } from './en.feedback';
import { formatFor } from './format';

const n = formatFor('fa').number;

export const feedbackTexts: typeof english = {
  press: {
    asksBack: 'ربات می‌پرسد منظور کدام‌یک است',
    asksBackText: 'از هیچ‌کدام به‌تنهایی مطمئن نیست. بازدیدکننده یکی را برمی‌گزیند، یا «هیچ‌کدام» را می‌زند و به پاسخ‌گو می‌رسد.',
    offered: 'آنچه پیش می‌گذارد',
    botTorn: 'ربات میان دو موضوع مردد بود؛ اولی',
    chosen: 'از میان پیشنهادهای ربات برگزید',
    refused: 'جواب ربات را رد کرد',
    noneOfThese: 'پیشنهادهای ربات را رد کرد',
  },
  feedback: {
    tabs: { known: 'پرسش‌ها', feedback: 'بازخورد', negatives: 'نه برای ما' },
    waiting: (count) => `${n(count)} مورد برای بررسی`,
    text: 'آنچه بازدیدکننده‌ها زیر پیام‌های ربات زده‌اند. تا شما نگویید، ربات از آن چیزی یاد نمی‌گیرد.',
    emptyTitle: 'چیزی برای بررسی نیست',
    emptyText: 'وقتی بازدیدکننده‌ای جوابی را رد کند یا منظورش را برگزیند، اینجا می‌آید تا با آن به ربات یاد بدهید.',
    rejected: (title) => `جواب «${title}» آن نبود که پرسیده بود`,
    chosen: (title) => `ربات پرسید و «${title}» برگزیده شد`,
    none: 'ربات پرسید و هیچ‌کدام از پیشنهادهایش منظور نبود',
    deleted: 'جوابی که پاک شده است',
    times: (count) => `${n(count)} بار`,
    conversation: 'دیدن گفت‌وگو',
    addExample: 'افزودن به نمونه‌ها',
    belongs: 'مربوط است به…',
    belongsElsewhere: 'مربوط است به چیز دیگر…',
    notForUs: 'نه برای ما',
    dismiss: 'نادیده گرفتن',
  },
  negatives: {
    emptyTitle: 'هنوز هیچ پیامی «نه برای ما» نیست',
    emptyText: 'پیام‌هایی که بازدیدکننده‌ها می‌نویسند ولی ربات نباید خودش جوابشان را بدهد؛ با این‌ها یاد می‌گیرد مطمئن نباشد و به پاسخ‌گو بسپارد.',
    add: 'پیام‌هایی که برای ربات نیستند',
    hint: 'هر پیام در یک خط، همان‌طور که بازدیدکننده می‌نویسد.',
    addButton: 'افزودن',
    remove: (text) => `حذف «${text}»`,
  },
};
