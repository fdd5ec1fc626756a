using Dialog.Matching.Models;

namespace Dialog.Matching.Tests.Models;

public sealed class NibbleRowsTests
{
    [Test]
    public void A_row_comes_back_within_half_a_step()
    {
        var row = Enumerable.Range(0, 32).Select(i => MathF.Sin(i * 1.7f)).ToArray();
        var packed = new byte[16];
        var scale = (float)NibbleRows.Pack(row, packed);
        var sum = new float[32];
        NibbleRows.AddScaled(packed, scale, sum);
        NibbleRows.AddScaled(packed, scale, sum);
        Assert.That(sum.Zip(row, (twice, once) => Math.Abs((twice / 2) - once)), Has.All.LessThan(scale / 1.9f));
    }

    [Test]
    public void A_row_of_zeros_stays_one()
    {
        var packed = Enumerable.Repeat((byte)7, 8).ToArray();
        Assert.That(NibbleRows.Pack(new float[16], packed), Is.EqualTo(default(Half)));
        Assert.That(packed, Has.All.Zero);
    }
}
