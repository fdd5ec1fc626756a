using Dialog.EndToEnd.Hosting;

namespace Dialog.EndToEnd.Walk;

/// <summary>Who plays, and what they say. A florist in each language, with 12 pairs to teach.</summary>
internal sealed record Story(string Language)
{
    private bool Persian => Language == "fa";

    public string Lessons => File.ReadAllText(Path.Combine(Places.Root, $"tests/Dialog.EndToEnd/Walk/lessons.{Language}.txt"));

    public string Bot => Persian ? "گل‌فروشی نسترن" : "Marlow Flowers";

    public string Owner => Persian ? "نسترن کریمی" : "Nora Marlow";

    public string Agent => Persian ? "پویا رستمی" : "Peter Ashby";

    public static string Password => "twelve red roses";

    /// <summary>In other words than any of the examples, with the answer that fits.</summary>
    public (string Asked, string Answered) Paraphrase => Persian
        ? ("سلام، هزینه‌ی ارسال با پیک چقدر میشه؟", "هزینه‌ی پیک ۶۰ هزار تومان است و برای خرید بالای یک میلیون تومان رایگان.")
        : ("hello, how much do you charge for the delivery?", "Delivery is 5 pounds, and free for orders over 50 pounds.");

    public (string Asked, string Answered) Trial => Persian
        ? ("جمعه تا چند باز هستین", "هر روز از ۹ صبح تا ۹ شب باز هستیم، جمعه‌ها تا ۵ عصر.")
        : ("are you open late on sunday", "We are open every day from 9 to 7, on Sundays until 4.");

    /// <summary>Nothing the florist has taught.</summary>
    public string Foreign => Persian
        ? "برادرم گیتار برقیشو گذاشته واسه فروش، شما مشتری سراغ ندارین؟"
        : "my brother is selling his electric guitar, would you know a buyer?";

    public string AgentAnswer => Persian
        ? "سلام! گیتار نه، ولی برای برادرتان روی تابلوی مغازه آگهی می‌زنیم."
        : "Hello! We only know flowers, but you may pin a note on the board in our shop.";

    /// <summary>The bot would know this one, but a person has the conversation.</summary>
    public string WhileWithAgent => Persian ? "ممنون! آدرس مغازه کجاست؟" : "Thank you! Where is your shop?";

    public string AgentSecondAnswer => Persian ? "کوچه‌ی نسترن، پلاک ۱۸؛ منتظرتان هستیم." : "Chapel Lane, number 18. See you soon!";

    public string WrittenOffline => Persian ? "کارت به کارت هم میشه؟" : "can I pay with paypal too?";
}
