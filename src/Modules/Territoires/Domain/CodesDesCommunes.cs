using System.Collections;

namespace FaireAvec.Territoires.Domain;

/// <summary>The INSEE codes of some communes, made as they are read: the members of all the EPCI would be thirty-five thousand texts that nobody looks at.</summary>
internal sealed class CodesDesCommunes(CommuneEmpaquetee[] toutes, int[] rangs) : IReadOnlyList<string>
{
    public int Count => rangs.Length;

    public string this[int index] => toutes[rangs[index]].CodeInsee;

    public IEnumerator<string> GetEnumerator() => rangs.Select(r => toutes[r].CodeInsee).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
