using System.Text.Json;
using Dialog.Matching;

namespace Dialog.Matching.Tests;

/// <summary>Bots to test with: two brand-new bots as an owner would paste them on the first day: twelve intents, one to four phrasings
/// each; and the demo shops.</summary>
internal static class Shops
{
    private const int Known = 10;

    public static TrainingSet English { get; } = Set(
        ["delivery", "How long does delivery take?", "when will my order arrive", "shipping time"],
        ["cost", "How much is shipping?", "delivery cost"],
        ["returns", "Can I return an item?", "I want my money back", "return policy", "how do I send something back"],
        ["hours", "When are you open?", "opening hours"],
        ["address", "Where is your shop?", "what is your address", "store location"],
        ["payment", "How can I pay?", "do you take credit cards", "payment methods"],
        ["discount", "Do you have a discount code?", "any sales on now"],
        ["track", "Where is my parcel?", "track my order"],
        ["size", "Which size should I take?", "size guide"],
        ["warranty", "Is there a warranty?"],
        ["cancel", "I want to cancel my order", "cancel order please"],
        ["contact", "How can I call you?", "phone number", "talk to support"]);

    public static TrainingSet Persian { get; } = Set(
        ["ارسال", "ارسال سفارش چقدر طول می‌کشد؟", "کی به دستم می‌رسه", "زمان ارسال"],
        ["هزینه", "هزینه ارسال چقدر است", "پول پست چنده"],
        ["مرجوعی", "می‌خواهم کالا را پس بدهم", "چطور مرجوع کنم", "شرایط بازگشت کالا"],
        ["ساعت", "ساعت کاری شما چیست", "تا کی باز هستید"],
        ["آدرس", "آدرس فروشگاه کجاست", "شعبه حضوری دارید؟"],
        ["پرداخت", "چطور پرداخت کنم", "پرداخت در محل دارید", "درگاه پرداخت"],
        ["تخفیف", "کد تخفیف دارید", "تخفیف جدید"],
        ["پیگیری", "سفارش من کجاست", "پیگیری سفارش", "کد رهگیری می‌خوام"],
        ["سایز", "چه سایزی بردارم", "راهنمای سایز"],
        ["گارانتی", "گارانتی دارد؟"],
        ["لغو", "می‌خواهم سفارشم را لغو کنم", "کنسل کردن سفارش"],
        ["تماس", "شماره تماس شما", "چطور با پشتیبانی صحبت کنم"]);

    /// <summary>A demo shop with ten examples an intent, and its other phrasings to ask.</summary>
    public static (TrainingSet Set, (string Intent, string Text)[] HeldOut) Demo(string language)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "models", "demo", $"shop-{language}.json")));
        var intents = document.RootElement.GetProperty("intents").EnumerateArray()
            .Select(intent => (Title: intent.GetProperty("title").GetString()!, Examples: intent.GetProperty("examples").EnumerateArray().Select(example => example.GetString()!).ToArray()))
            .ToArray();
        return (
            new TrainingSet([.. intents.Select(intent => new TrainingIntent(intent.Title, intent.Examples[..Known], intent.Title))]),
            [.. intents.SelectMany(intent => intent.Examples[Known..].Select(text => (intent.Title, text)))]);
    }

    private static TrainingSet Set(params string[][] rows) =>
        new([.. rows.Select(row => new TrainingIntent(row[0], row[1..]))]);
}
