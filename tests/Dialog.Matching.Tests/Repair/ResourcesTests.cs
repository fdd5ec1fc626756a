using Dialog.Matching.Text;

namespace Dialog.Matching.Tests.Repair;

/// <summary>The tables of Persian and the shop that the repair is measured on keep to the shape their first lines promise.</summary>
public sealed class ResourcesTests
{
    private static readonly string[] Kinds = ["colloquial", "misspelt", "finglish", "layout"];
    private static readonly TextPipeline Normalised = TextPipeline.Partial(Vocabulary.Empty, 1);
    private static readonly string[][] Shop = Rows("tests/Dialog.Matching.Tests/Repair/shop.tsv");
    private static readonly string[][] Messages = Rows("tests/Dialog.Matching.Tests/Repair/messages.tsv");
    private static readonly string[][] Colloquial = Rows("models/language/colloquial-fa.tsv");
    private static readonly string[][] Finglish = Rows("models/language/finglish-fa.tsv");
    private static readonly string[][] Verbs = Rows("models/language/verbs-fa.tsv");
    private static readonly string[][] Keyboard = Rows("models/language/keyboard-fa.tsv");

    [Test]
    public void The_shop_has_thirty_intents_of_ten_examples()
    {
        Assert.That(Shop, Is.All.Length.EqualTo(2));
        Assert.That(Shop.Select(row => Plain(row[1])), Is.Unique);
        Assert.That(Shop.GroupBy(row => row[0]).Select(intent => intent.Count()), Is.EqualTo(Enumerable.Repeat(10, 30)));
    }

    [TestCaseSource(nameof(Kinds))]
    public void Each_kind_of_message_is_spread_evenly_over_the_intents(string kind)
    {
        var asked = Messages.Where(row => row[0] == kind).ToArray();
        Assert.That(asked, Has.Length.AtLeast(110));
        Assert.That(asked.CountBy(row => row[1]).Select(intent => intent.Value), Is.All.InRange(3, 4));
        Assert.That(asked.Select(row => row[1]).Distinct(), Is.EquivalentTo(Shop.Select(row => row[0]).Distinct()));
    }

    [Test]
    public void No_message_stands_twice_or_is_an_example()
    {
        Assert.That(Messages, Is.All.Length.EqualTo(3));
        Assert.That(Messages.Select(row => row[0]).Distinct(), Is.EquivalentTo(Kinds));
        Assert.That(Messages.Select(row => Plain(row[2])), Is.Unique);
        Assert.That(Messages.Select(row => Joined(row[2])).Intersect(Shop.Select(row => Joined(row[1]))), Is.Empty);
    }

    [Test]
    public void Finglish_and_layout_are_typed_without_a_Persian_letter() => Assert.That(
        Messages.Where(row => row[0] is "finglish" or "layout").SelectMany(row => row[2]).Where(letter => letter > 0x7F), Is.Empty);

    [Test]
    public void A_layout_message_is_typed_with_keys_that_the_keyboard_table_knows() => Assert.That(
        Messages.Where(row => row[0] == "layout").SelectMany(row => row[2]).Where(key => key != ' ').Select(key => key.ToString()).Distinct(),
        Is.SubsetOf(Keyboard.Select(row => row[0])));

    [Test]
    public void Spoken_words_are_many_and_have_one_written_form_each()
    {
        Assert.That(Colloquial, Has.Length.AtLeast(320));
        Assert.That(Colloquial, Is.All.Length.EqualTo(3));
        Assert.That(Colloquial.Select(row => row[0]), Is.Unique);
        Assert.That(Colloquial.SelectMany(row => row[..2]).Select(text => text.TrimStart('-')).Where(text => Plain(text) != text), Is.Empty);
        Assert.That(Colloquial.Where(row => row[0].StartsWith('-') != row[1].StartsWith('-')), Is.Empty);
        Assert.That(Colloquial.Where(row => (row[0] == row[1]) != (row[2] == "keep")), Is.Empty);
    }

    [Test]
    public void A_written_form_is_not_spoken_itself()
    {
        var spoken = Colloquial.Where(row => row[0] != row[1]).Select(row => row[0]).ToHashSet();
        Assert.That(Colloquial.SelectMany(row => row[1].Split(' ')).Where(spoken.Contains), Is.Empty);
    }

    [Test]
    public void Romanised_words_are_many_and_mean_one_thing_each()
    {
        Assert.That(Finglish, Has.Length.AtLeast(200));
        Assert.That(Finglish, Is.All.Length.EqualTo(2));
        Assert.That(Finglish.Select(row => row[1]), Is.Unique);
        Assert.That(Finglish.SelectMany(row => row[0].Split(' ')), Is.Unique);
        Assert.That(Finglish.SelectMany(row => row[0].Split(' ')), Is.All.Matches("^[a-z0-9]+$"));
        Assert.That(Finglish.Select(row => row[1]).Where(text => Plain(text) != text), Is.Empty);
    }

    [Test]
    public void Each_spoken_stem_has_one_written_stem_that_is_another()
    {
        Assert.That(Verbs, Has.Length.AtLeast(20));
        Assert.That(Verbs, Is.All.Length.EqualTo(2));
        Assert.That(Verbs.Select(row => row[0]), Is.Unique);
        Assert.That(Verbs.Where(row => row[0] == row[1]), Is.Empty);
        Assert.That(Verbs.SelectMany(row => row).Where(text => Plain(text) != text), Is.Empty);
    }

    [Test]
    public void A_stem_is_written_out_in_all_persons() => Assert.That(
        Verbs.Where(row => TextPipeline.Plain.Run("می" + row[0] + "م", new TextScratch()).Join() != "می" + row[1] + "م").Select(row => row[0]), Is.Empty);

    [Test]
    public void A_key_types_one_letter_on_each_layout()
    {
        Assert.That(Keyboard, Is.All.Length.EqualTo(3));
        Assert.That(Keyboard.SelectMany(row => row[..2]), Is.All.Length.EqualTo(1));
        Assert.That(Keyboard.Select(row => row[2]).Distinct(), Is.EquivalentTo(["both", "standard", "windows"]));
        foreach (var layout in (string[])["standard", "windows"])
            Assert.That(Keyboard.Where(row => row[2] == layout || row[2] == "both").Select(row => row[0]), Is.Unique);
    }

    [Test]
    public void Every_letter_of_the_alphabet_has_its_key([Values("standard", "windows")] string layout) => Assert.That(
        Keyboard.Where(row => row[2] == layout || row[2] == "both").Select(row => row[1]),
        Is.SupersetOf("ءآابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی".Select(letter => letter.ToString())));

    /// <summary>The normalised form: what every text is before words are replaced.</summary>
    private static string Plain(string text) => Normalised.Run(text, new TextScratch()).Join();

    /// <summary>What a text is when spoken words are written out as well, whatever its spaces.</summary>
    private static string Joined(string text) => TextPipeline.Plain.Run(text, new TextScratch()).Join().Replace(" ", "", StringComparison.Ordinal);

    private static string[][] Rows(string name) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, name)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];
}
