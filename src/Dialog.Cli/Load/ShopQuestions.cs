namespace Dialog.Cli.Load;

/// <summary>What visitors ask almost any shop, for a run without a file of messages.</summary>
internal static class ShopQuestions
{
    private static readonly string[] English =
    [
        "How long does delivery take?", "How much is shipping?", "Can I return my order?", "How do I get my money back?",
        "Where is my order?", "When are you open?", "Which payment methods do you take?", "How can I reach you by phone?",
        "Do you have a discount code?", "Where is your shop?", "Can I change my order?", "I want to cancel my order",
        "Is this product in stock?", "Does it come with a warranty?", "I forgot my password", "Can I get an invoice?",
    ];

    private static readonly string[] Persian =
    [
        "ارسال سفارش چند روز طول می‌کشه؟", "هزینه ارسال چقدره؟", "می‌تونم سفارشم رو پس بدم؟", "پولم کی برمی‌گرده؟",
        "سفارش من کجاست؟", "ساعت کاری شما چیه؟", "با چه روش‌هایی می‌تونم پرداخت کنم؟", "شماره تماس شما چنده؟",
        "کد تخفیف دارید؟", "آدرس فروشگاه کجاست؟", "می‌تونم سفارشم رو تغییر بدم؟", "می‌خوام سفارشم رو لغو کنم",
        "این محصول موجوده؟", "گارانتی داره؟", "رمزم رو فراموش کردم", "فاکتور رسمی می‌دید؟",
    ];

    public static IReadOnlyList<string> In(string language) => language == "fa" ? Persian : English;
}
