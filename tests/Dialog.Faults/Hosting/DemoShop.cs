namespace Dialog.Faults.Hosting;

/// <summary>The English demo shop, and a few questions it knows word by word.</summary>
internal static class DemoShop
{
    public const string Key = "demo-en";

    private static readonly string[] Questions =
    [
        "how long does delivery take?", "do you ship abroad?", "when will I get my refund?", "do you sell gift cards?",
        "where is your shop?", "are you hiring?", "I forgot my password", "which tent should I buy?",
    ];

    public static int Count => Questions.Length;

    public static string Question(int number) => Questions[number % Questions.Length];
}
